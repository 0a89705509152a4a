import * as l10n from '@vscode/l10n';
import type { Statement } from '../../policy/model.js';
import { contains } from '../../source/span.js';
import type { Fix, RuleContext } from '../rule.js';

/** Takes a statement out of a list of several. Not safe to apply unseen where a comment would go with it. */
export function removeStatementFix({ policy, source }: RuleContext, { span, path, sid }: Statement): Fix[] {
  if (policy.statementEntry?.value?.kind !== 'sequence' || policy.statements.length < 2) {
    return [];
  }
  const name = sid?.known;
  return [
    {
      title:
        name === undefined || name === '' ? l10n.t('Remove the statement') : l10n.t('Remove the statement "{0}"', name),
      safe: !source.comments.some((comment) => contains(span, comment.span)),
      edits: () => source.editor.remove(path),
    },
  ];
}
