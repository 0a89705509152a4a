import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import { defineRule } from './rule.js';
import { conditionsThatAbsencePasses, isAbsentForSome, isOptionalContext } from './support/absentKeys.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { addConditionFix } from './support/sourceGuards.js';

/** A negated test holds for a request without the key: an Allow guarded by nothing else lets in what it should not. */
export const condNegatedAllow = defineRule({
  id: 'cond-negated-allow',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: [...GRANTING_KINDS, 'identity-policy', 'vpc-endpoint-policy'],
  scope: 'statement',
  catalogue: ['cond-negated-allow'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      if (context.kind !== 'identity-policy' && findEveryone(statement.principal) !== undefined) {
        continue; // public-weak-condition
      }
      const condition = conditionsThatAbsencePasses(context, statement)?.find(
        ({ parsed, keyName, values }) =>
          parsed.operator.negated &&
          values.length > 0 &&
          (isAbsentForSome(keyName) || isOptionalContext(context, statement, keyName)),
      );
      if (condition !== undefined) {
        yield {
          span: condition.operator.span,
          message: l10n.t(
            'Unguarded "{0}" on "{1}": in an Allow it also lets requests in that do not carry the key at all.',
            condition.operatorName,
            condition.keyName,
          ),
          fixes: addConditionFix(context, statement, 'Null', condition.keyName, 'false', () =>
            l10n.t('Demand that "{0}" is present', condition.keyName),
          ),
        };
      }
    }
  },
});
