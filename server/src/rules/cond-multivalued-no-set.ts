import * as l10n from '@vscode/l10n';
import { isMultiValued } from '../knowledge/conditionKeyLookup.js';
import { isRefusedInKeyPolicy } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { listLegalConditions } from './support/conditions.js';

/** A request may carry several values of such a key, and the policy must say whether one or all of them count. */
export const condMultivaluedNoSet = defineRule({
  id: 'cond-multivalued-no-set',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-multivalued-no-set'],
  peers: ['MISSING_QUALIFIER', 'MISSING_SET_OPERATOR'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { parsed, keyName } = condition;
      if (parsed.setOperator !== undefined || parsed.operator.family === 'Null') {
        continue;
      }
      if (isMultiValued(context.reference, keyName) !== true) {
        continue;
      }
      if (context.kind === 'key-policy' && isRefusedInKeyPolicy(keyName)) {
        continue; // key-cond-iam-only
      }
      yield {
        span: condition.operator.span,
        message: l10n.t(
          'Expected "ForAnyValue:" or "ForAllValues:" before "{0}": a request may carry several values of "{1}".',
          condition.operatorName,
          keyName,
        ),
        // For a negated operator neither prefix is what most authors expect.
        fixes: parsed.operator.negated
          ? []
          : ['ForAnyValue', 'ForAllValues'].flatMap((prefix) =>
              replaceOperatorFix(context, condition, `${prefix}:${parsed.canonical}`, { safe: false }),
            ),
      };
    }
  },
});
