import {
  type Connection,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { runSafe } from './runSafe.js';
import { SentReports } from './sentReports.js';

/** How findings reach the client. */
export interface DiagnosticsSupport extends Disposable {
  /** Everything shown may be out of date: settings or configuration files changed. */
  refresh(): void;
}

type Validate = (document: TextDocument) => Promise<Diagnostic[]>;

/**
 * The client asks for each document when it wants to know: nothing is computed for what nobody looks at. What has not
 * changed since the client asked last is not sent again.
 */
export function pullDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  canRefresh: boolean,
  validate: Validate,
): DiagnosticsSupport {
  const empty: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const sent = new SentReports();
  const registration = connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    runSafe<DocumentDiagnosticReport>('textDocument/diagnostic', connection.console, token, empty, async () => {
      const document = documents.get(uri);
      return document === undefined ? empty : sent.report(uri, await validate(document), previousResultId);
    }),
  );
  const closing = documents.onDidClose(({ document }) => sent.forget(document.uri));
  return {
    refresh: () => {
      if (canRefresh) {
        void connection.languages.diagnostics.refresh();
      }
    },
    dispose: () => {
      registration.dispose();
      closing.dispose();
    },
  };
}

/**
 * For clients that cannot ask: findings are sent after each change, as soon as the messages that are waiting are read,
 * so that a burst of keystrokes is answered once.
 */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validate: Validate,
): DiagnosticsSupport {
  const pending = new Map<string, NodeJS.Immediate>();
  const cancel = (uri: string) => {
    clearImmediate(pending.get(uri));
    pending.delete(uri);
  };
  const send = async (uri: string) => {
    pending.delete(uri);
    const document = documents.get(uri);
    if (document === undefined) {
      return;
    }
    const { version } = document;
    const diagnostics = await validate(document);
    if (documents.get(uri)?.version === version) {
      await connection.sendDiagnostics({ uri, version, diagnostics });
    }
  };
  const schedule = (uri: string) => {
    cancel(uri);
    pending.set(
      uri,
      setImmediate(() => {
        send(uri).catch((error: unknown) => {
          connection.console.error(`publishing diagnostics failed: ${error instanceof Error ? error.name : 'unknown'}`);
        });
      }),
    );
  };
  const subscriptions = [
    documents.onDidChangeContent(({ document }) => schedule(document.uri)),
    documents.onDidClose(({ document }) => {
      cancel(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    }),
  ];
  return {
    refresh: () => {
      for (const { uri } of documents.all()) {
        schedule(uri);
      }
    },
    dispose: () => {
      for (const uri of [...pending.keys()]) {
        cancel(uri);
      }
      for (const subscription of subscriptions) {
        subscription.dispose();
      }
    },
  };
}
