import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentKindNotification, documentKindRequest } from '../../../protocol/src/messages.js';
import type { Analysis } from '../analysis/analysis.js';
import { describeDocument } from '../features/documentKind.js';
import { runSafe } from './runSafe.js';

/** Tells the client what each open document is, whenever that changes. */
export interface DocumentKinds {
  announce(document: TextDocument, analysis: Analysis): void;
  forget(uri: string): void;
  refresh(): void;
}

export function createDocumentKinds(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  analyze: (document: TextDocument) => Promise<Analysis>,
  isWanted: boolean,
): DocumentKinds {
  const announced = new Map<string, string>();
  const announce = (document: TextDocument, analysis: Analysis) => {
    if (!isWanted) {
      return;
    }
    const info = describeDocument(analysis);
    const text = JSON.stringify(info);
    if (announced.get(document.uri) !== text) {
      announced.set(document.uri, text);
      void connection.sendNotification(documentKindNotification, info);
    }
  };
  connection.onRequest(documentKindRequest, ({ uri }, token) =>
    runSafe(documentKindRequest.method, connection.console, token, null, async () => {
      const document = documents.get(uri);
      return document === undefined ? null : describeDocument(await analyze(document));
    }),
  );
  return {
    announce,
    forget: (uri) => {
      announced.delete(uri);
    },
    refresh: () => {
      for (const document of documents.all()) {
        void analyze(document).then((analysis) => announce(document, analysis));
      }
    },
  };
}
