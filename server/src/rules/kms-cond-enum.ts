import * as l10n from '@vscode/l10n';
import type { ConditionOperator } from '../knowledge/conditionOperators.js';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { nearestName } from '../knowledge/nearest.js';
import { hasWildcard, matchesWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

/** Keys such as `kms:KeySpec` have a closed list of values; any other text never matches. */
export const kmsCondEnum = defineRule({
  id: 'kms-cond-enum',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['kms-cond-enum'],
  fixable: 'sometimes',

  *check(context) {
    for (const { parsed, keyName, values } of listLegalConditions(context)) {
      const legal = getKmsConditionKey(keyName)?.values;
      if (legal === undefined || parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of fixedValues(values)) {
        if (canMatch(parsed.operator, value.known, legal) || isReportedElsewhere(parsed.operator, value.known)) {
          continue;
        }
        const meant = nearestValue(value.known, legal);
        yield {
          span: value.span,
          // KMS gains values from time to time; without a look-alike this may be one of them.
          ...(meant === undefined && { level: 'warning' as const }),
          message:
            meant === undefined
              ? l10n.t(
                  'Unknown value "{0}" for "{1}": AWS documented no such value on {2}, so it is never matched.',
                  value.known,
                  keyName,
                  context.reference.date,
                )
              : l10n.t('Expected the value "{0}" to be "{1}": "{2}" has no such value.', value.known, meant, keyName),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

function canMatch({ wildcards, ignoresCase }: ConditionOperator, text: string, legal: readonly string[]): boolean {
  if (wildcards) {
    return legal.some((value) => matchesWildcard(text, value));
  }
  return legal.some((value) => (ignoresCase ? value.toLowerCase() === text.toLowerCase() : value === text));
}

/** A wildcard under an operator that takes none is cond-wildcard-needs-like's to report. */
function isReportedElsewhere({ wildcards }: ConditionOperator, text: string): boolean {
  return !wildcards && text.includes('*');
}

function nearestValue(text: string, legal: readonly string[]): string | undefined {
  if (hasWildcard(text)) {
    return undefined;
  }
  // `kms:Encrypt` among kms:GrantOperations, whose values are bare names.
  const bare = text
    .trim()
    .replace(/^kms:/i, '')
    .replace(/[\s-]+/g, '_');
  return legal.find((value) => value.toLowerCase() === bare.toLowerCase()) ?? nearestName(bare, legal);
}
