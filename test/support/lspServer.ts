import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { bundlePath } from './bundle.js';

export interface LspServer {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly stderr: () => string;
  initialize(params?: Partial<InitializeParams>): Promise<InitializeResult>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Asks for a document's diagnostics, as clients that pull do. */
  diagnose(uri: string): Promise<{ code: string; message: string; range: unknown; severity: number }[]>;
  /** Shuts down and waits for the process; its exit code. */
  stop(): Promise<number | null>;
}

export const PULL = { textDocument: { diagnostic: {} } };

/** Starts the bundled server over stdio, exactly as an editor would. */
export function startLspServer(): LspServer {
  const child = spawn(process.execPath, [bundlePath('server.js'), '--stdio']);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  connection.listen();
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return {
    process: child,
    connection,
    stderr: () => stderr,
    async initialize(params = {}) {
      const result: InitializeResult = await connection.sendRequest('initialize', {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: PULL,
        ...params,
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    open: (uri, text, languageId = 'json') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    async diagnose(uri) {
      const report: { items: never[] } = await connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items;
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
}
