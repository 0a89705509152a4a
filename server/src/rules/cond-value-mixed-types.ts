import * as l10n from '@vscode/l10n';
import type { ScalarNode, SourceNode } from '../source/sourceNode.js';
import { defineRule } from './rule.js';
import { listConditions } from './support/conditions.js';

/** The values of one key must be of one JSON type. */
export const condValueMixedTypes = defineRule({
  id: 'cond-value-mixed-types',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-value-mixed-types'],
  peers: ['INVALID_CONDITION_DATA_TYPE'],
  fixable: 'always',

  *check(context) {
    for (const { keyEntry, keyName } of listConditions(context)) {
      const list = keyEntry.value;
      if (list?.kind !== 'sequence') {
        continue;
      }
      const scalars = list.items.filter(isScalar);
      const [first] = scalars;
      const odd = scalars.find((item) => typeof item.value !== typeof first?.value);
      if (odd === undefined) {
        continue;
      }
      const unquoted = scalars.filter((item) => typeof item.value !== 'string');
      yield {
        span: odd.span,
        message: l10n.t(
          'Expected the values of "{0}" to be of one JSON type: AWS refuses a list that mixes strings, numbers and Booleans.',
          keyName,
        ),
        fixes: [
          {
            title: l10n.t('Write every value as a string'),
            safe: true,
            edits: () => unquoted.flatMap((item) => context.source.editor.replaceString(item, String(item.value))),
          },
        ],
      };
    }
  },
});

/** Null, which no condition takes, is element-type's to report. */
function isScalar(node: SourceNode): node is ScalarNode {
  return node.kind === 'scalar' && node.value !== null;
}
