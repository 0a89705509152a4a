import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';

/** `true` and `false` together: the test asks for nothing, or nothing meets it. */
export const condBoolMultiple = defineRule({
  id: 'cond-bool-multiple',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-bool-multiple'],
  peers: ['INVALID_CONDITION_MULTIPLE_BOOLEAN'],
  fixable: 'never',

  *check(context) {
    for (const { parsed, keyName, operatorName, values } of listLegalConditions(context)) {
      const { family } = parsed.operator;
      if (family !== 'Bool' && family !== 'Null') {
        continue;
      }
      const fixed = [...fixedValues(values)];
      const [first] = fixed;
      const opposite = fixed.find(({ known }) => isOpposite(known, first?.known ?? ''));
      if (first !== undefined && opposite !== undefined) {
        yield {
          span: opposite.span,
          message: l10n.t(
            'Conflicting value "{0}": with "true" and "false" together "{1}" on "{2}" tells no request from another. Keep one of them.',
            opposite.known,
            operatorName,
            keyName,
          ),
          related: [{ span: first.span, message: l10n.t('The other value stands here.') }],
        };
      }
    }
  },
});

function isOpposite(left: string, right: string): boolean {
  return (
    [left, right]
      .map((text) => text.toLowerCase())
      .sort()
      .join() === 'false,true'
  );
}
