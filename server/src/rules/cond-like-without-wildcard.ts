import * as l10n from '@vscode/l10n';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';

/** A `Like` operator without a wildcard is the plain comparison under a name that promises more. */
export const condLikeWithoutWildcard = defineRule({
  id: 'cond-like-without-wildcard',
  defaultLevel: 'off',
  tags: ['style'],
  scope: 'statement',
  catalogue: ['cond-like-without-wildcard'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { operator, parsed, values } = condition;
      const texts = [...fixedValues(values)].map(({ known }) => known);
      // A variable may be filled with a wildcard.
      if (!parsed.operator.name.endsWith('Like') || texts.length === 0 || texts.length < values.length) {
        continue;
      }
      if (!texts.some(hasWildcard)) {
        const plain = parsed.canonical.replace('Like', 'Equals');
        yield {
          span: operator.span,
          message: l10n.t('Expected "{0}" to be "{1}": no value holds a wildcard.', condition.operatorName, plain),
          fixes: replaceOperatorFix(context, condition, plain, { safe: true }),
        };
      }
    }
  },
});
