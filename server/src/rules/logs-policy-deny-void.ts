import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import type { Principal } from '../policy/model.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule } from './rule.js';
import { removeStatementFix } from './support/statementFixes.js';
import { isUnfinished } from './support/unfinished.js';

/** A Deny for people and roles looks like protection, and CloudWatch Logs never reads it. */
export const logsPolicyDenyVoid = defineRule({
  id: 'logs-policy-deny-void',
  defaultLevel: 'warning',
  tags: ['correctness', 'security'],
  kinds: ['logs-resource-policy'],
  scope: 'statement',
  catalogue: ['logs-policy-deny-void'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, principal, node, span } = statement;
      const value = findEntry(node, 'Effect')?.value;
      if (effect !== 'Deny' || value === undefined || principal?.negated !== false || isUnfinished(context, span)) {
        continue;
      }
      const [first] = principal.principals;
      if (first !== undefined && principal.principals.every(isPerson)) {
        yield {
          span: value.span,
          message: l10n.t(
            'Ineffective "Deny" for "{0}": CloudWatch Logs enforces resource policies for service principals only. Use an IAM policy or a service control policy.',
            first.value.known ?? '',
          ),
          fixes: removeStatementFix(context, statement),
        };
      }
    }
  },
});

function isPerson({ type, value }: Principal): boolean {
  return (
    type === 'AWS' &&
    value.known !== undefined &&
    ['account', 'identity', 'session'].includes(readAwsPrincipal(value.known).kind)
  );
}
