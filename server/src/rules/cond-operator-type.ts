import * as l10n from '@vscode/l10n';
import type { ConditionOperator } from '../knowledge/conditionOperators.js';
import type { ConditionValueType } from '../knowledge/serviceReference.js';
import { isIpRange, isPolicyDate, isPolicyNumber } from '../policy/conditionValues.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { type LegalCondition, listLegalConditions } from './support/conditions.js';
import { isMisfit, typesOfKey } from './support/operatorTypes.js';

/** A number compared as text, or text as a number: the test rarely means what its author thinks. */
export const condOperatorType = defineRule({
  id: 'cond-operator-type',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-operator-type'],
  peers: ['TYPE_MISMATCH', 'MISMATCHED_TYPE', 'MISMATCHED_TYPE_BUT_USABLE', 'type_mismatch'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { parsed, keyName, operatorName, operator } = condition;
      const types = typesOfKey(context.reference, keyName);
      const [type] = types;
      if (type === undefined || !isMisfit(parsed.operator, types)) {
        continue;
      }
      const fitting = fittingOperator(condition, type);
      yield {
        // The operator when it is the condition's own, else the key that does not belong under it.
        span:
          condition.operatorEntry.value?.kind === 'mapping' && condition.operatorEntry.value.entries.length === 1
            ? operator.span
            : condition.key.span,
        message: l10n.t(
          'Expected another operator than "{0}" for "{1}", whose type is {2}: AWS compares the two as different types.',
          operatorName,
          keyName,
          type,
        ),
        fixes: fitting === undefined ? [] : replaceOperatorFix(context, condition, fitting, { safe: false }),
      };
    }
  },
});

/** The same test in the family of the key's type; undefined when it cannot be said there. */
function fittingOperator({ parsed, values }: LegalCondition, type: ConditionValueType): string | undefined {
  const base = equality(
    parsed.operator,
    type,
    values.map(({ known }) => known ?? ''),
  );
  if (base === undefined) {
    return undefined;
  }
  const prefix = parsed.setOperator === undefined ? '' : `${parsed.setOperator}:`;
  return `${prefix}${base}${parsed.ifExists ? 'IfExists' : ''}`;
}

function equality(
  { name, family, negated }: ConditionOperator,
  type: ConditionValueType,
  values: readonly string[],
): string | undefined {
  const isEquality = /(Equals|Like|IgnoreCase)$/.test(name) && !/(Less|Greater)Than/.test(name);
  if (!isEquality && family !== 'Bool' && family !== 'IpAddress') {
    return undefined;
  }
  switch (type) {
    case 'Bool':
      return !negated && values.every((value) => /^(true|false)$/i.test(value)) ? 'Bool' : undefined;
    case 'Numeric':
      return values.every(isPolicyNumber) ? (negated ? 'NumericNotEquals' : 'NumericEquals') : undefined;
    case 'Date':
      return values.every(isPolicyDate) ? (negated ? 'DateNotEquals' : 'DateEquals') : undefined;
    case 'IPAddress':
      return values.every(isIpRange) ? (negated ? 'NotIpAddress' : 'IpAddress') : undefined;
    case 'ARN':
      return values.every((value) => value.startsWith('arn:')) ? (negated ? 'ArnNotLike' : 'ArnLike') : undefined;
    case 'String':
      return `String${negated ? 'Not' : ''}${values.some(hasWildcard) ? 'Like' : 'Equals'}`;
    case 'Binary':
      return undefined;
  }
}
