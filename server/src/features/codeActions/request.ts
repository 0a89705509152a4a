import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis, PolicyDocument, ReportedFinding } from '../../analysis/analysis.js';
import type { TextEdit } from '../../source/sourceNode.js';
import type { Span } from '../../source/span.js';
import type { FeatureOptions } from '../options.js';
import { toLspEdits } from '../ranges.js';

/** What every kind of code action looks at. */
export interface ActionRequest {
  readonly analysis: Analysis;
  readonly policyDocument: PolicyDocument;
  readonly document: TextDocument;
  /** The selection, or an empty span at the cursor. */
  readonly span: Span;
  readonly options: FeatureOptions;
}

/** Findings that the selection touches. */
export function touchedFindings({ analysis, span }: ActionRequest): ReportedFinding[] {
  return analysis.findings().filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
}

export function toWorkspaceEdit({ document }: ActionRequest, edits: readonly TextEdit[]): WorkspaceEdit {
  return { changes: { [document.uri]: toLspEdits(document, edits) } };
}
