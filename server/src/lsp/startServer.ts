import * as l10n from '@vscode/l10n';
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from '../../../protocol/src/initialization.js';
import { CONFIG_FILE_NAME } from '../../../protocol/src/settings.js';
import { createAnalyzer } from '../analysis/analyzer.js';
import { CODE_ACTION_KINDS } from '../features/codeActions.js';
import { toDiagnostics } from '../features/diagnostics.js';
import type { FeatureOptions } from '../features/options.js';
import { Analyses } from './analyses.js';
import { readClientAbilities } from './clientAbilities.js';
import { type DiagnosticsSupport, pullDiagnostics, pushDiagnostics } from './diagnosticsSupport.js';
import { createDocumentKinds } from './documentKinds.js';
import { registerAccess } from './registerAccess.js';
import { registerFeatures } from './registerFeatures.js';
import { registerPlanning } from './registerPlanning.js';
import type { Runtime } from './runtime.js';
import { SettingsStore } from './settingsStore.js';

/** Rules that repeat what an editor with its own JSON support says already. */
const JSON_SYNTAX_RULES: ReadonlySet<string> = new Set(['json-syntax']);

/**
 * Wires the engine to a connection; returns once the connection listens. The server speaks to nobody but its client:
 * it opens no network connection and holds no credentials.
 */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params) => {
    if (params.locale !== undefined) {
      const contents = runtime.loadTranslations(params.locale);
      if (contents !== undefined) {
        l10n.config({ contents });
      }
    }
    return initialize(connection, runtime, params);
  });
  connection.listen();
}

function initialize(connection: Connection, runtime: Runtime, params: InitializeParams): InitializeResult {
  const options: InitializationOptions = isOptions(params.initializationOptions) ? params.initializationOptions : {};
  const abilities = readClientAbilities(params.capabilities);
  const documents = new TextDocuments(TextDocument);
  const settings = new SettingsStore(connection, runtime, abilities.configuration, options.settings);
  settings.folders = (params.workspaceFolders ?? []).map((folder) => folder.uri.replace(/\/$/, ''));
  const analyzer = createAnalyzer({
    reference: runtime.reference,
    settingsFor: (uri) => settings.forDocument(uri),
    ...(options.editorReportsJsonSyntax === true && { withoutRules: JSON_SYNTAX_RULES }),
  });
  const analyses = new Analyses(analyzer);
  const analyze = async (document: TextDocument) => {
    await settings.prepare(document.uri);
    return analyses.get(document);
  };
  const documentKinds = createDocumentKinds(connection, documents, analyze, options.announceDocumentKinds === true);
  const validate = async (document: TextDocument) => {
    const analysis = await analyze(document);
    documentKinds.announce(document, analysis);
    return toDiagnostics(analysis, document);
  };
  const diagnostics: DiagnosticsSupport = abilities.pullDiagnostics
    ? pullDiagnostics(connection, documents, abilities.refreshDiagnostics, validate)
    : pushDiagnostics(connection, documents, validate);

  documents.onDidClose(({ document }) => {
    analyses.forget(document.uri);
    settings.forget(document.uri);
    documentKinds.forget(document.uri);
  });
  const everythingChanged = () => {
    analyses.clear();
    diagnostics.refresh();
    documentKinds.refresh();
  };
  connection.onDidChangeConfiguration(({ settings: changed }) => {
    settings.settingsChanged(changed);
    everythingChanged();
  });
  connection.onDidChangeWatchedFiles(() => {
    settings.configFilesChanged();
    everythingChanged();
  });
  connection.onInitialized(() => {
    register(connection, abilities, (folders) => {
      settings.folders = folders;
      settings.configFilesChanged();
      everythingChanged();
    });
  });
  const featureOptions: FeatureOptions = {
    reference: runtime.reference,
    locale: params.locale,
    snippets: abilities.snippets,
    snippetEdits: abilities.snippetEdits,
    triggerSuggest:
      params.clientInfo?.name.startsWith('Visual Studio Code') === true || options.triggerSuggest === true,
  };
  registerFeatures({ connection, documents, analyze, analyzer, options: featureOptions });
  registerPlanning({ connection, runtime, analyzer, locale: params.locale });
  registerAccess({
    connection,
    documents,
    analyze,
    analyzer,
    factsFor: (uri) => settings.forDocument(uri).facts ?? {},
  });
  documents.listen(connection);

  return {
    serverInfo: { name: 'sealwright' },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['"', ':', '/', '.'], resolveProvider: true },
      documentSymbolProvider: { label: 'Sealwright' },
      codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
      ...(options.provideFormatter !== false && {
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
      }),
      ...(abilities.pullDiagnostics && {
        diagnosticProvider: { identifier: 'sealwright', interFileDependencies: false, workspaceDiagnostics: false },
      }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function register(
  connection: Connection,
  abilities: ReturnType<typeof readClientAbilities>,
  foldersChanged: (folders: string[]) => void,
): void {
  if (abilities.dynamicConfiguration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'sealwright' });
  }
  if (abilities.dynamicWatchedFiles) {
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: `**/${CONFIG_FILE_NAME}` }],
    });
  }
  if (abilities.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const folders = await connection.workspace.getWorkspaceFolders();
      foldersChanged((folders ?? []).map((folder) => folder.uri.replace(/\/$/, '')));
    });
  }
}

function isOptions(value: unknown): value is InitializationOptions {
  return typeof value === 'object' && value !== null;
}
