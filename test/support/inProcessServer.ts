import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { RequestType } from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { LanguageServer } from '../../client/src/platform/languageServer.js';
import { startServer } from '../../server/src/lsp/startServer.js';
import { serviceReference } from './serviceReference.js';

/** The language server in this process, for tests of the client's questions: nothing is faked, nothing is bundled. */
export async function startInProcessServer(): Promise<LanguageServer> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const serverSide = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(serverSide, {
    reference: serviceReference,
    readFile: async () => undefined,
    loadTranslations: () => undefined,
  });
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  return {
    onDocumentKind: () => ({ dispose: () => undefined }),
    request: <P, R>(type: RequestType<P, R, void>, params: P) => connection.sendRequest<R>(type.method, params),
    format: async () => [],
    restart: async () => undefined,
  };
}
