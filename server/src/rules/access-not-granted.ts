import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import type { Statement } from '../policy/model.js';
import { patternsOverlap } from '../policy/patternOverlap.js';
import { defineRule, type RuleContext } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { listItems } from './support/listItems.js';

/** What nobody shall be able to do, as the configuration says: the guard that a team sets up for itself. */
export const accessNotGranted = defineRule({
  id: 'access-not-granted',
  defaultLevel: 'error',
  tags: ['security'],
  kinds: [...GRANTING_KINDS, 'identity-policy'],
  scope: 'statement',
  catalogue: ['access-not-granted', 'sensitive-resource-access'],
  peers: ['CheckAccessNotGranted', 'SENSITIVE_ACCESS'],
  fixable: 'sometimes',

  *check(context) {
    const { forbiddenActions = [] } = context.facts;
    for (const statement of forbiddenActions.length === 0 ? [] : context.policy.statements) {
      const { effect, action } = statement;
      if (effect !== 'Allow' || action === undefined || action.negated || isLeftAlone(statement, context)) {
        continue;
      }
      for (const { value, path, isOneOfSeveral } of listItems(statement, action)) {
        const text = value.known;
        const forbidden = forbiddenActions.find((item) => matchAction(value, item) === 'yes' || overlaps(item, text));
        if (text !== undefined && forbidden !== undefined) {
          yield {
            span: value.span,
            message: l10n.t(
              'Forbidden action "{0}": the configuration says that no policy may allow "{1}".',
              text,
              forbidden,
            ),
            fixes: isOneOfSeveral ? [removeItemFix(context, path, text, false)] : [],
          };
        }
      }
    }
  },
});

/** Two patterns that one action can match at once, compared without case. */
function overlaps(forbidden: string, written: string | undefined): boolean {
  return written !== undefined && patternsOverlap(forbidden.toLowerCase(), written.toLowerCase());
}

/**
 * Nobody is allowed anything by it but those who must keep access, and the account of a key: that only lets its IAM
 * policies decide, each of which is judged by itself (kms-facts section 1).
 */
function isLeftAlone({ principal }: Statement, { kind, facts: { breakGlass = [] } }: RuleContext): boolean {
  return (
    principal?.negated === false &&
    principal.principals.length > 0 &&
    principal.principals.every(
      ({ type, value: { known } }) =>
        known !== undefined &&
        (breakGlass.includes(known) ||
          (kind === 'key-policy' && type === 'AWS' && readAwsPrincipal(known).kind === 'account')),
    )
  );
}
