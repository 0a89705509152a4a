import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis.js';
import type { Analyzer } from '../analysis/analyzer.js';
import { codeActions } from '../features/codeActions.js';
import { complete } from '../features/completion/complete.js';
import { resolveCompletion } from '../features/completion/resolve.js';
import { format } from '../features/format.js';
import { hover } from '../features/hover.js';
import type { FeatureOptions } from '../features/options.js';
import { documentSymbols } from '../features/symbols.js';
import { runSafe } from './runSafe.js';

export interface Wiring {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyze: (document: TextDocument) => Promise<Analysis>;
  readonly analyzer: Analyzer;
  readonly options: FeatureOptions;
}

/** Answers the language requests; each is a pure function of the document's analysis behind one error boundary. */
export function registerFeatures({ connection, documents, analyze, analyzer, options }: Wiring): void {
  const { console } = connection;
  const onDocument = async <T>(
    { uri }: { readonly uri: string },
    fallback: T,
    work: (analysis: Analysis, document: TextDocument) => T,
  ): Promise<T> => {
    const document = documents.get(uri);
    return document === undefined ? fallback : work(await analyze(document), document);
  };

  connection.onHover(({ textDocument, position }, token) =>
    runSafe('textDocument/hover', console, token, null, () =>
      onDocument(textDocument, null, (analysis, document) => {
        return hover(analysis, document, document.offsetAt(position), options) ?? null;
      }),
    ),
  );
  connection.onCompletion(({ textDocument, position }, token) =>
    runSafe('textDocument/completion', console, token, null, () =>
      onDocument(textDocument, null, (analysis, document) => {
        return complete(analysis, document, document.offsetAt(position), options);
      }),
    ),
  );
  connection.onCompletionResolve((item, token) =>
    runSafe('completionItem/resolve', console, token, item, () => resolveCompletion(item, options)),
  );
  connection.onDocumentSymbol(({ textDocument }, token) =>
    runSafe('textDocument/documentSymbol', console, token, [], () => onDocument(textDocument, [], documentSymbols)),
  );
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    runSafe('textDocument/codeAction', console, token, [], () =>
      onDocument(textDocument, [], (analysis, document) => {
        const { uri, languageId } = document;
        const reanalyze = (text: string) => analyzer.analyze({ uri, languageId, text });
        return codeActions(analysis, document, range, context, { ...options, analyze: reanalyze });
      }),
    ),
  );
  connection.onDocumentFormatting((params, token) =>
    runSafe('textDocument/formatting', console, token, [], () =>
      onDocument(params.textDocument, [], (analysis, document) => format(analysis, document, params.options)),
    ),
  );
  connection.onDocumentRangeFormatting((params, token) =>
    runSafe('textDocument/rangeFormatting', console, token, [], () =>
      onDocument(params.textDocument, [], (analysis, document) => {
        return format(analysis, document, params.options, params.range);
      }),
    ),
  );
}
