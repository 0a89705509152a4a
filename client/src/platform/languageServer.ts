import * as vscode from 'vscode';
import type { RequestType } from 'vscode-languageserver-protocol';
import type { DocumentKindInfo } from '../../../protocol/src/documentKind.js';
import { isJsonLanguage } from './documentSelector.js';
import type { Logger } from './logger.js';

/** The connection to one run of the server; made by `createLanguageClient`. */
export interface LanguageConnection {
  start(): Promise<void>;
  stop(): Promise<void>;
  request<P, R>(type: RequestType<P, R, void>, params: P, token?: vscode.CancellationToken): Promise<R>;
  format(document: vscode.TextDocument, options: vscode.FormattingOptions): Promise<vscode.TextEdit[]>;
}

export type CreateConnection = (onDocumentKind: (info: DocumentKindInfo) => void) => LanguageConnection;

/** What the features ask of the server. */
export interface LanguageServer {
  readonly onDocumentKind: vscode.Event<DocumentKindInfo>;
  /** Sends a request, starting the server when it does not run yet. */
  request<P, R>(type: RequestType<P, R, void>, params: P, token?: vscode.CancellationToken): Promise<R>;
  format(document: vscode.TextDocument, options: vscode.FormattingOptions): Promise<vscode.TextEdit[]>;
  restart(): Promise<void>;
}

/** Words that every policy document has; JSON without them never wakes the server. */
const POLICY_PROBE = /"(Statement|Effect|Principal)"/i;

/** Starts the server at the first document that looks like a policy, or at the first request; owns its life. */
export class LazyLanguageServer implements LanguageServer, vscode.Disposable {
  readonly #kinds = new vscode.EventEmitter<DocumentKindInfo>();
  readonly onDocumentKind = this.#kinds.event;
  #running: Promise<LanguageConnection> | undefined;
  readonly #probing: vscode.Disposable;

  constructor(
    private readonly createConnection: CreateConnection,
    private readonly logger: Logger,
  ) {
    this.#probing = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#probe(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#probeChange(event)),
    );
    for (const document of vscode.workspace.textDocuments) {
      this.#probe(document);
    }
  }

  async request<P, R>(type: RequestType<P, R, void>, params: P, token?: vscode.CancellationToken): Promise<R> {
    const connection = await this.#start();
    return connection.request(type, params, token);
  }

  async format(document: vscode.TextDocument, options: vscode.FormattingOptions): Promise<vscode.TextEdit[]> {
    const connection = await this.#start();
    return connection.format(document, options);
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  /** Restarts a server that runs; one that sleeps will start with the new settings anyway. */
  async restartIfRunning(): Promise<void> {
    if (this.#running !== undefined) {
      await this.restart();
    }
  }

  dispose(): void {
    this.#probing.dispose();
    this.#kinds.dispose();
    void this.#stop();
  }

  #start(): Promise<LanguageConnection> {
    this.#running ??= this.#launch().catch((error: unknown) => {
      this.#running = undefined; // the next need tries again
      throw error;
    });
    return this.#running;
  }

  async #launch(): Promise<LanguageConnection> {
    const connection = this.createConnection((info) => this.#kinds.fire(info));
    await connection.start();
    return connection;
  }

  async #stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    try {
      await (await running)?.stop();
    } catch (error) {
      // A server that crashed or never came up needs no stopping.
      this.logger.debug(`language server: stop failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #probe(document: vscode.TextDocument): void {
    if (this.#running === undefined && isJsonLanguage(document.languageId) && POLICY_PROBE.test(document.getText())) {
      this.#wake();
    }
  }

  /** While typing only the changed lines are looked at: a whole document on each key would cost too much. */
  #probeChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (this.#running !== undefined || !isJsonLanguage(document.languageId)) {
      return;
    }
    const looksLikePolicy = contentChanges.some(
      ({ range, text }) => POLICY_PROBE.test(text) || POLICY_PROBE.test(lineText(document, range.start.line)),
    );
    if (looksLikePolicy) {
      this.#wake();
    }
  }

  #wake(): void {
    this.#start().catch((error: unknown) => {
      this.logger.error(`language server: start failed: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}

function lineText(document: vscode.TextDocument, line: number): string {
  return line < document.lineCount ? document.lineAt(line).text : '';
}
