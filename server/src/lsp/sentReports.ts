import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';

/** What a client that asks for diagnostics has been told of each document. */
export class SentReports {
  private readonly byUri = new Map<string, { readonly resultId: string; readonly items: Diagnostic[] }>();
  private count = 0;

  /** The whole report; or, when the client still has the same diagnostics, word that nothing has changed. */
  report(uri: string, items: Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport {
    const last = this.byUri.get(uri);
    const isKnown = last !== undefined && last.resultId === previousResultId;
    if (isKnown && JSON.stringify(last.items) === JSON.stringify(items)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.resultId };
    }
    this.count++;
    const resultId = String(this.count);
    this.byUri.set(uri, { resultId, items });
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
