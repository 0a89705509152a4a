import * as l10n from '@vscode/l10n';
import type { SourceNode } from '../source/sourceNode.js';
import { defineRule, type Finding } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { isUnfinished } from './support/unfinished.js';

/** `Statement` is there and holds nothing, or holds a statement without any element. */
export const statementEmpty = defineRule({
  id: 'statement-empty',
  defaultLevel: 'error',
  tags: ['correctness'],
  catalogue: ['statement-empty'],
  peers: ['empty_statement', 'MALFORMED'],
  fixable: 'sometimes',

  *check(context) {
    const { policy, source } = context;
    const value = policy.statementEntry?.value;
    if (value?.kind === 'sequence' && value.items.length === 0 && !isUnfinished(context, value.span)) {
      yield {
        span: value.span,
        message: l10n.t('Empty "Statement": a policy needs at least one statement, or AWS refuses it.'),
      };
    }
    for (const { node, path } of policy.statements) {
      if (node.entries.length > 0 || isUnfinished(context, node.span)) {
        continue;
      }
      const finding: Finding = {
        span: node.span,
        message: l10n.t('Empty statement: it needs at least an effect and actions, or AWS refuses the policy.'),
      };
      yield isOneOfSeveral(value) ? { ...finding, fixes: [removeItemFix({ source }, path, '{}', false)] } : finding;
    }
  },
});

function isOneOfSeveral(node: SourceNode | undefined): boolean {
  return node?.kind === 'sequence' && node.items.length > 1;
}
