import * as l10n from '@vscode/l10n';
import type { OperatorFamily } from '../knowledge/conditionOperators.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { listLegalConditions } from './support/conditions.js';
import { isMisfit, typesOfKey } from './support/operatorTypes.js';
import { readsVariables } from './support/variableTexts.js';

/** The operators that compare texts; only those resolve variables. */
const RESOLVING: readonly OperatorFamily[] = ['String', 'Arn'];

/**
 * Under any other operator a variable stays the characters it is, which are no number, date or address.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const variableOperator = defineRule({
  id: 'variable-operator',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['variable-operator'],
  peers: ['INVALID_VARIABLE_FOR_OPERATOR'],
  fixable: 'never',

  *check(context) {
    for (const { parsed, keyName, operatorName, values } of readsVariables(context)
      ? listLegalConditions(context)
      : []) {
      const { operator } = parsed;
      // Where the operator does not suit the key either, cond-operator-type says so.
      if (RESOLVING.includes(operator.family) || isMisfit(operator, typesOfKey(context.reference, keyName))) {
        continue;
      }
      for (const { known, span } of values) {
        if (known !== undefined && hasPolicyVariable(known)) {
          yield {
            span,
            message: l10n.t(
              'Unexpected policy variable "{0}": "{1}" resolves no variables; operators for strings and ARNs do.',
              known,
              operatorName,
            ),
          };
        }
      }
    }
  },
});
