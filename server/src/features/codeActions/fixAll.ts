import * as l10n from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis/analysis.js';
import { applySafeFixes, collectSafeEdits } from '../../analysis/safeFixes.js';
import type { TextEdit } from '../../source/sourceNode.js';
import { type ActionRequest, toWorkspaceEdit } from './request.js';

export const FIX_ALL_KIND = 'source.fixAll.sealwright';

/**
 * One action with the safe fixes of the whole document, none when there is nothing to fix. With `analyze`, fixes that
 * only become possible by others are in it too.
 */
export function fixAllActions(request: ActionRequest, analyze?: (text: string) => Analysis): CodeAction[] {
  const edits = fixAllEdits(request.analysis, analyze);
  if (edits.length === 0) {
    return [];
  }
  return [
    {
      title: l10n.t('Apply all safe fixes of Sealwright'),
      kind: FIX_ALL_KIND,
      edit: toWorkspaceEdit(request, edits),
    },
  ];
}

/** Edits against the analysis's text. One round keeps its edits apart; several are merged to what differs in the end. */
function fixAllEdits(analysis: Analysis, analyze: ((text: string) => Analysis) | undefined): readonly TextEdit[] {
  const first = collectSafeEdits(analysis.findings());
  if (first.length === 0 || analyze === undefined) {
    return first;
  }
  const { text, rounds } = applySafeFixes(analysis, analyze);
  return rounds > 1 ? difference(analysis.text, text) : first;
}

/** The one replacement that turns `before` into `after`. */
function difference(before: string, after: string): TextEdit[] {
  if (before === after) {
    return [];
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  return [{ span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) }];
}
