import type { CodeAction } from 'vscode-languageserver-types';
import { toDiagnostic } from '../diagnostics.js';
import { type ActionRequest, touchedFindings, toWorkspaceEdit } from './request.js';

/** The fixes of the findings in the selection. A fix is preferred when it is safe and the finding's only safe one. */
export function quickFixActions(request: ActionRequest): CodeAction[] {
  return touchedFindings(request).flatMap((finding) => {
    const fixes = finding.fixes ?? [];
    const safeCount = fixes.filter((fix) => fix.safe).length;
    return fixes.map((fix) => ({
      title: fix.title,
      kind: 'quickfix',
      diagnostics: [toDiagnostic(finding, request.analysis.uri, request.document)],
      edit: toWorkspaceEdit(request, fix.edits()),
      ...(fix.safe && safeCount === 1 && { isPreferred: true }),
    }));
  });
}
