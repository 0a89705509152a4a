import * as l10n from '@vscode/l10n';
import { COMMON_STATEMENTS } from '../knowledge/statementTemplates.js';
import { matchAction } from '../policy/evaluate/matchText.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey, readLegalConditions } from './support/conditions.js';
import { addStatementFix } from './support/newStatements.js';
import { isUnfinished } from './support/unfinished.js';

const FLAG = 'kms:BypassPolicyLockoutSafetyCheck';
const CARRIERS: readonly string[] = ['kms:PutKeyPolicy', 'kms:CreateKey'];

/** Any other Allow lets the flag through again; only a Deny forbids it for good (kms-facts section 8). */
export const bypassFlagNullOnly = defineRule({
  id: 'bypass-flag-null-only',
  defaultLevel: 'info',
  tags: ['lockout'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['bypass-flag-null-only'],
  fixable: 'sometimes',

  *check(context) {
    const testing = select(context, testsFlag);
    if (isUnfinished(context, context.policy.span) || testing.some(({ effect }) => effect === 'Deny')) {
      return;
    }
    for (const { key, keyName, parsed, statement } of testing.flatMap((each) => readLegalConditions(context, each))) {
      if (statement.effect === 'Allow' && isSameKey(keyName, FLAG) && parsed.operator.family === 'Null') {
        yield {
          span: key.span,
          message: l10n.t('Weak brake on "{0}": another Allow undoes it. Deny requests in which it is true.', keyName),
          fixes: denyFix(context, statement),
        };
      }
    }
  },
});

function testsFlag({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => key.known === undefined || isSameKey(key.known, FLAG));
}

/** The statement of kms-facts Annex C23, for those actions of the Allow whose requests carry the flag. */
function denyFix(context: RuleContext, { action, principal }: Statement): Fix[] {
  const [template] = COMMON_STATEMENTS.find(({ id }) => id === 'no-lockout-bypass')?.statements ?? [];
  const actions =
    principal === undefined
      ? CARRIERS.filter((name) => action?.values.some((value) => matchAction(value, name) === 'yes'))
      : ['kms:PutKeyPolicy']; // no key policy is asked about CreateKey
  const [only] = actions;
  if (template === undefined || only === undefined || action?.negated !== false) {
    return [];
  }
  const { Principal: _principal, ...rest } = template;
  const added = { ...(principal === undefined ? rest : template), Action: actions.length === 1 ? only : actions };
  return addStatementFix(context, added, l10n.t('Add a statement that denies the bypass'));
}
