import * as l10n from '@vscode/l10n';
import { matchAction } from '../policy/evaluate/matchText.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { isUnfinished } from './support/unfinished.js';

const FROM = 'kms:ReEncryptFrom';
const TO = 'kms:ReEncryptTo';

/** ReEncrypt from a key to the same key asks for both permissions (kms-facts section 3.c). */
export const reencryptHalf = defineRule({
  id: 'reencrypt-half',
  defaultLevel: 'off',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['reencrypt-half'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const statement of isUnfinished(context, policy.span) ? [] : policy.statements) {
      const { action, effect } = statement;
      for (const [given, missing] of [
        [FROM, TO],
        [TO, FROM],
      ] as const) {
        const value =
          action?.negated === false ? action.values.find((item) => matchAction(item, given) === 'yes') : undefined;
        const isGiven =
          coversAction(statement, missing) !== 'no' || policy.statements.some((other) => mayGive(other, missing));
        if (effect !== 'Allow' || value === undefined || isGiven) {
          continue;
        }
        const isLiteral = value.known?.toLowerCase() === given.toLowerCase();
        yield {
          span: value.span,
          message: l10n.t(
            'Half of ReEncrypt: "{0}" without "{1}" works only where another key is the second one. "{2}" covers both.',
            value.known ?? '',
            missing,
            'kms:ReEncrypt*',
          ),
          fixes: isLiteral ? replaceStringFix(context, value, 'kms:ReEncrypt*', false) : [],
        };
      }
    }
  },
});

/** Whoever it is for: a statement for others may be meant as the second half. */
function mayGive(statement: Statement, action: string): boolean {
  return statement.effect === 'Allow' && !isForAccount(statement) && coversAction(statement, action) !== 'no';
}

/** The account's own statement gives everything to IAM policies, which says nothing of the roles that are named. */
function isForAccount({ principal }: Statement): boolean {
  return principal?.principals.every(({ value }) => /:root$|^\d{12}$/.test(value.known ?? '')) === true;
}
