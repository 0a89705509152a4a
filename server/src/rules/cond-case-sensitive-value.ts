import * as l10n from '@vscode/l10n';
import { classifyRegion } from '../knowledge/partitions.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { isRegionKey } from './support/regionKeys.js';

/** AWS writes Regions in lower case; an operator that heeds case never matches capitals. */
export const condCaseSensitiveValue = defineRule({
  id: 'cond-case-sensitive-value',
  defaultLevel: 'info',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-case-sensitive-value'],
  fixable: 'always',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      const { family, ignoresCase } = parsed.operator;
      if (family !== 'String' || ignoresCase || !isRegionKey(keyName)) {
        continue;
      }
      for (const value of fixedValues(values)) {
        const lower = value.known.toLowerCase();
        if (lower !== value.known && !hasWildcard(lower) && classifyRegion(lower) !== 'no') {
          yield {
            span: value.span,
            message: l10n.t(
              'Expected "{0}" to be "{1}": AWS writes it in lower case, and "{2}" heeds letter case.',
              value.known,
              lower,
              parsed.canonical,
            ),
            fixes: replaceStringFix(context, value, lower, false),
          };
        }
      }
    }
  },
});
