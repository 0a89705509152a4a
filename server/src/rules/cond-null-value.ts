import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { fixedValues, listConditions } from './support/conditions.js';

/** `Null` asks whether the key is absent: the only answers are `true` and `false`. */
export const condNullValue = defineRule({
  id: 'cond-null-value',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-null-value'],
  peers: ['TYPE_MISMATCH_BOOLEAN', 'MISMATCHED_TYPE_OPERATION_TO_NULL', 'E3510', 'invalid_bool_value_for_operator'],
  fixable: 'never',

  *check(context) {
    for (const { parsed, values, keyName } of listConditions(context)) {
      if (parsed?.operator.family !== 'Null') {
        continue;
      }
      for (const { span, known } of fixedValues(values)) {
        if (!/^(true|false)$/i.test(known)) {
          yield {
            span,
            message: l10n.t(
              'Invalid value "{0}" for "Null": "true" demands that "{1}" is absent from the request, "false" that it is present.',
              known,
              keyName,
            ),
          };
        }
      }
    }
  },
});
