import * as l10n from '@vscode/l10n';
import { listElements } from '../knowledge/policyElements.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule } from './rule.js';
import { grammarOf } from './support/elements.js';

/** An element and its `Not` twin in one statement: AWS takes one of them. */
export const elementConflict = defineRule({
  id: 'element-conflict',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['element-conflict'],
  peers: [
    'UNSUPPORTED_ELEMENT_COMBINATION',
    'MALFORMED',
    'DUPLICATE_KEY',
    'E3510',
    'E3512',
    'action_conflict',
    'resource_conflict',
    'principal_conflict',
    'Only one of',
  ],
  fixable: 'always',

  *check({ policy, kind, source }) {
    for (const { name, twin } of listElements(grammarOf(kind), 'statement')) {
      if (twin === undefined || name.startsWith('Not')) {
        continue;
      }
      for (const { node, path } of policy.statements) {
        const positive = findEntry(node, name);
        const negative = findEntry(node, twin);
        if (positive !== undefined && negative !== undefined) {
          yield {
            span: negative.key.span,
            message: l10n.t('Invalid element "{0}" beside "{1}": a statement holds one of the two.', twin, name),
            related: [{ span: positive.key.span, message: l10n.t('The other of the two.') }],
            // Which of the two is meant is for the author to say.
            fixes: [twin, name].map((unwanted) => ({
              title: l10n.t('Remove "{0}"', unwanted),
              safe: false,
              edits: () => source.editor.remove([...path, unwanted]),
            })),
          };
        }
      }
    }
  },
});
