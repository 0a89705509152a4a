import * as l10n from '@vscode/l10n';
import type { OperatorFamily } from '../knowledge/conditionOperators.js';
import { parseArn } from '../policy/arn.js';
import { isBase64, isIpRange, isPolicyDate, isPolicyNumber } from '../policy/conditionValues.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { isMisfit, typesOfKey } from './support/operatorTypes.js';

/** A value that its operator cannot read never matches; IAM refuses some of them outright. */
export const condValueType = defineRule({
  id: 'cond-value-type',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-value-type'],
  peers: [
    'TYPE_MISMATCH_BOOLEAN',
    'TYPE_MISMATCH_DATE',
    'TYPE_MISMATCH_IP_RANGE',
    'TYPE_MISMATCH_NUMBER',
    'TYPE_MISMATCH_STRING',
    'INVALID_DATE_VALUE',
    'MISMATCHED_TYPE',
    'invalid_value_format',
    'invalid_ip_cidr_format',
    'invalid_arn_format_for_operator',
    'invalid_bool_value_for_operator',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const { parsed, keyName, values } of listLegalConditions(context)) {
      const { family } = parsed.operator;
      // Where the operator is the mistake, cond-operator-type says so.
      if (isMisfit(parsed.operator, typesOfKey(context.reference, keyName))) {
        continue;
      }
      for (const value of fixedValues(values)) {
        const message = describeFault(family, value.known);
        if (message !== undefined) {
          const meant = family === 'Bool' ? booleanMeantBy(value.known) : undefined;
          yield {
            span: value.span,
            message,
            fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
          };
        }
      }
    }
  },
});

/** What is wrong with a value under a family of operators; undefined when it can be read. */
function describeFault(family: OperatorFamily, text: string): string | undefined {
  switch (family) {
    case 'Bool':
      return /^(true|false)$/i.test(text)
        ? undefined
        : l10n.t('Invalid value "{0}": a Boolean operator compares with "true" or "false" only.', text);
    case 'Numeric':
      return isPolicyNumber(text)
        ? undefined
        : l10n.t('Invalid value "{0}": a numeric operator compares with a number only.', text);
    case 'Date':
      return isPolicyDate(text)
        ? undefined
        : l10n.t(
            'Invalid value "{0}": a date operator compares with a date such as "2030-01-31T00:00:00Z" or with seconds since 1970.',
            text,
          );
    case 'IpAddress':
      return isIpRange(text)
        ? undefined
        : l10n.t('Invalid value "{0}": an IP address operator compares with a range such as "203.0.113.0/24".', text);
    case 'Arn':
      // A pattern with fewer parts is not documented either way.
      return parseArn(text) !== undefined || hasWildcard(text)
        ? undefined
        : l10n.t('Invalid value "{0}": an ARN operator compares with an ARN of six parts only.', text);
    case 'Binary':
      return isBase64(text)
        ? undefined
        : l10n.t('Invalid value "{0}": a binary operator compares with base64 text only.', text);
    case 'String':
    case 'Null': // cond-null-value
      return undefined;
  }
}

function booleanMeantBy(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(word)) {
    return 'true';
  }
  return ['false', 'no', 'off', '0'].includes(word) ? 'false' : undefined;
}
