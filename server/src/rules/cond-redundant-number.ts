import * as l10n from '@vscode/l10n';
import { isPolicyNumber } from '../policy/conditionValues.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';

/** One value of a list is enough to pass, so that of several bounds the widest alone counts. */
export const condRedundantNumber = defineRule({
  id: 'cond-redundant-number',
  defaultLevel: 'info',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-redundant-number'],
  peers: ['REDUNDANT_CONDITION_VALUE_NUM'],
  fixable: 'always',

  *check(context) {
    for (const { parsed, values, path } of listLegalConditions(context)) {
      const bound = /^Numeric(Less|Greater)Than/.exec(parsed.operator.name)?.[1];
      const numbers = [...fixedValues(values)].filter(({ known }) => isPolicyNumber(known));
      if (bound === undefined || numbers.length < 2 || numbers.length < values.length) {
        continue;
      }
      const widest = (bound === 'Less' ? Math.max : Math.min)(...numbers.map(({ known }) => Number(known)));
      const winner = numbers.find(({ known }) => Number(known) === widest);
      const idle = numbers.find((value) => value !== winner);
      if (winner === undefined || idle === undefined) {
        continue;
      }
      yield {
        span: idle.span,
        message: l10n.t(
          'Redundant value "{0}": whatever passes it passes "{1}" too, and one value of a list is enough.',
          idle.known,
          winner.known,
        ),
        related: [{ span: winner.span, message: l10n.t('This value alone decides.') }],
        fixes: [
          {
            title: l10n.t('Keep only "{0}"', winner.known),
            safe: true,
            edits: () => context.source.editor.set(path, winner.known),
          },
        ],
      };
    }
  },
});
