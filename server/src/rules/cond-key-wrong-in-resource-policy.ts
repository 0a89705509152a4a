import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import { defineRule } from './rule.js';
import { removeConditionFix } from './support/conditionFixes.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { GRANTING_KINDS } from './support/kinds.js';

/** Keys that say who owns the resource: in the resource's own policy the answer is the same for every request. */
const OWNER_KEYS: ReadonlySet<string> = new Set([
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  's3:resourceaccount',
]);

/** A test of the resource's owner has a use in IAM policies and endpoint policies, where resources differ. */
export const condKeyWrongInResourcePolicy = defineRule({
  id: 'cond-key-wrong-in-resource-policy',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['cond-key-wrong-in-resource-policy'],
  peers: ['IRRELEVANT_CONDITION_KEY_IN_POLICY'],
  fixable: 'always',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { keyName, key, values, statement } = condition;
      // Compared with a variable of the caller, the key says something: that both are of one account.
      const isFixed = values.length > 0 && [...fixedValues(values)].length === values.length;
      const isPublic = statement.effect === 'Allow' && findEveryone(statement.principal) !== undefined;
      if (OWNER_KEYS.has(keyName.toLowerCase()) && isFixed && !isPublic) {
        yield {
          span: key.span,
          message: l10n.t(
            'Idle condition key "{0}": it describes the resource that the policy is attached to, so the test has the same outcome for every request.',
            keyName,
          ),
          fixes: removeConditionFix(context, condition, { safe: false }),
        };
      }
    }
  },
});
