import * as l10n from '@vscode/l10n';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../analysis/analysis.js';
import { detectFormatting } from '../../syntax/jsonEditor.js';
import { toDiagnostic } from '../diagnostics.js';
import { type ActionRequest, touchedFindings, toWorkspaceEdit } from './request.js';

/**
 * "Ignore here" for the findings in the selection: a comment above the line, with a place for the reason, which is
 * left empty: it silences nothing until somebody says why. Only where comments are legal; a directive about directives would make no sense.
 */
export function ignoreActions(request: ActionRequest): CodeAction[] {
  if (request.policyDocument.source.languageId !== 'jsonc') {
    return [];
  }
  const seen = new Set<string>();
  return touchedFindings(request).flatMap((finding) => {
    const id = finding.rule.id;
    if (seen.has(id) || id.startsWith('suppression-')) {
      return [];
    }
    seen.add(id);
    return {
      title: l10n.t('Ignore "{0}" here, with a reason', id),
      kind: 'quickfix',
      diagnostics: [toDiagnostic(finding, request.analysis.uri, request.document)],
      edit: ignoreEdit(request, finding),
    };
  });
}

function ignoreEdit(request: ActionRequest, { rule, span }: ReportedFinding): WorkspaceEdit {
  const { text } = request.analysis;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const { eol } = detectFormatting(text);
  const before = `${indentation}// sealwright-ignore ${rule.id}: `;
  if (request.options.snippetEdits !== true) {
    return toWorkspaceEdit(request, [{ span: { start: lineStart, end: lineStart }, newText: before + eol }]);
  }
  const position = request.document.positionAt(lineStart);
  return {
    documentChanges: [
      {
        textDocument: { uri: request.document.uri, version: request.document.version },
        edits: [
          {
            range: { start: position, end: position },
            snippet: { kind: 'snippet', value: `${before}$0${eol}` },
          },
        ],
      },
    ],
  };
}
