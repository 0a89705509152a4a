import * as l10n from '@vscode/l10n';
import { classifyRegion, nearestRegion } from '../knowledge/partitions.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { isRegionKey } from './support/regionKeys.js';

/** A condition on a text that is no Region never matches a request. */
export const condRegionValue = defineRule({
  id: 'cond-region-value',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-region-value'],
  peers: ['INVALID_REGION'],
  fixable: 'sometimes',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      if (!isRegionKey(keyName) || parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of fixedValues(values)) {
        // Wildcards are StringLike's or cond-wildcard-needs-like's; letter case is cond-case-sensitive-value's.
        if (hasWildcard(value.known) || classifyRegion(value.known.toLowerCase()) !== 'no') {
          continue;
        }
        const nearest = nearestRegion(value.known.toLowerCase());
        yield {
          span: value.span,
          message:
            nearest === undefined
              ? l10n.t('Unknown Region "{0}": "{1}" holds codes such as "us-east-1".', value.known, keyName)
              : l10n.t('Unknown Region "{0}". Did you mean "{1}"?', value.known, nearest),
          fixes: nearest === undefined ? [] : replaceStringFix(context, value, nearest, false),
        };
      }
    }
  },
});
