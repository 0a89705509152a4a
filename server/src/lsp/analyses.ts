import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis/analysis.js';
import type { Analyzer } from '../analysis/analyzer.js';

/** One analysis per document and version, made out of the last when first asked for, and dropped with the document. */
export class Analyses {
  private readonly byUri = new Map<string, { readonly version: number; readonly analysis: Analysis }>();

  constructor(private readonly analyzer: Analyzer) {}

  get(document: TextDocument): Analysis {
    const cached = this.byUri.get(document.uri);
    if (cached?.version === document.version) {
      return cached.analysis;
    }
    const { uri, languageId } = document;
    const analysis = this.analyzer.analyze({ uri, languageId, text: document.getText() }, cached?.analysis);
    this.byUri.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }

  /** Settings changed: what was computed under the old ones is void. */
  clear(): void {
    this.byUri.clear();
  }
}
