import * as vscode from 'vscode';
import {
  DocumentFormattingRequest,
  LanguageClient,
  type LanguageClientOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../../protocol/src/initialization.js';
import { documentKindNotification } from '../../../protocol/src/messages.js';
import { DOCUMENT_SELECTOR } from './documentSelector.js';
import type { CreateConnection, LanguageConnection } from './languageServer.js';
import { readSettings } from './settings.js';

export interface LanguageClientContext {
  readonly serverModule: string;
  readonly outputChannel: vscode.LogOutputChannel;
}

/** Makes connections to dist/server.js over node-ipc, each with the settings of that moment. */
export function createLanguageClientFactory({ serverModule, outputChannel }: LanguageClientContext): CreateConnection {
  return (onDocumentKind): LanguageConnection => {
    // The display language reaches the server as the `locale` of the protocol.
    const server = { module: serverModule, transport: TransportKind.ipc };
    const client = new LanguageClient('sealwright', 'Sealwright', { run: server, debug: server }, {
      documentSelector: DOCUMENT_SELECTOR,
      outputChannel,
      initializationOptions: initializationOptions(),
      diagnosticPullOptions: { onChange: true, onSave: false, onFocus: true },
      // Editors restore dozens of tabs at start; only what is looked at is worth analysing.
      textSynchronization: { delayOpenNotifications: true },
      markdown: { supportHtml: false, isTrusted: false },
    } satisfies LanguageClientOptions);
    client.onNotification(documentKindNotification, onDocumentKind);
    return {
      start: () => client.start(),
      stop: () => client.dispose(),
      request: (type, params, token) => client.sendRequest(type.method, params, token),
      async format(document, options) {
        const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
        const { tabSize, insertSpaces } = options;
        const params = { textDocument, options: { tabSize, insertSpaces } };
        const edits = await client.sendRequest(DocumentFormattingRequest.type, params);
        return (await client.protocol2CodeConverter.asTextEdits(edits)) ?? [];
      },
    };
  };
}

function initializationOptions(): InitializationOptions {
  return {
    editorReportsJsonSyntax: editorReportsJsonSyntax(),
    provideFormatter: readSettings().formatEnabled,
    announceDocumentKinds: true,
    triggerSuggest: true,
  };
}

/** True unless VS Code's own JSON support is disabled, or told not to validate. */
function editorReportsJsonSyntax(): boolean {
  const extension = vscode.extensions.getExtension('vscode.json-language-features');
  const validates = vscode.workspace.getConfiguration('json').get<unknown>('validate.enable');
  return extension !== undefined && validates !== false;
}
