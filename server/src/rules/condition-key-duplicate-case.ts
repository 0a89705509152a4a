import * as l10n from '@vscode/l10n';
import type { Condition } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { toPlainValue } from './support/plainValue.js';

/**
 * Condition key names ignore case, so two that differ in nothing else are one key written twice. Byte-for-byte twins
 * are `json-duplicate-key`.
 */
export const conditionKeyDuplicateCase = defineRule({
  id: 'condition-key-duplicate-case',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['condition-key-duplicate-case'],
  peers: ['DUPLICATE_KEYS_WITH_DIFFERENT_CASE'],
  fixable: 'sometimes',

  *check({ policy, source }) {
    for (const { conditions } of policy.statements) {
      for (const [index, condition] of conditions.entries()) {
        const name = condition.key.known;
        const first = conditions
          .slice(0, index)
          .find(
            ({ operatorEntry, key }) => operatorEntry === condition.operatorEntry && sameIgnoringCase(key.known, name),
          );
        if (name === undefined || first === undefined || first.key.known === name) {
          continue;
        }
        yield {
          span: condition.key.span,
          message: l10n.t(
            'Duplicate condition key "{0}": it differs from "{1}" in letter case only, and AWS takes both for one key.',
            name,
            first.key.known ?? '',
          ),
          related: [{ span: first.key.span, message: l10n.t('The first of the two.') }],
          fixes: mergeFixes(first, condition, conditions, source),
        };
      }
    }
  },
});

function sameIgnoringCase(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

/** None where a path could mean two places, because something stands twice byte for byte as well. */
function mergeFixes(
  first: Condition,
  second: Condition,
  all: readonly Condition[],
  source: RuleContext['source'],
): Fix[] {
  const isUnique = ({ path }: Condition) =>
    all.filter((other) => JSON.stringify(other.path) === JSON.stringify(path)).length === 1;
  const old = listOf(toPlainValue(first.keyEntry.value));
  const added = listOf(toPlainValue(second.keyEntry.value));
  if (old === undefined || added === undefined || !isUnique(first) || !isUnique(second)) {
    return [];
  }
  const missing = added.filter((value) => !old.includes(value));
  const remove = () => source.editor.remove(second.path);
  if (missing.length === 0 && old.length === added.length) {
    return [{ title: l10n.t('Remove "{0}"', second.key.known ?? ''), safe: true, edits: remove }];
  }
  return [
    {
      title: l10n.t('Merge the values into "{0}"', first.key.known ?? ''),
      safe: false,
      edits: () =>
        missing.length === 0 ? remove() : [...source.editor.set(first.path, [...old, ...missing]), ...remove()],
    },
  ];
}

function listOf(plain: unknown): readonly unknown[] | undefined {
  return plain === undefined || Array.isArray(plain) ? plain : [plain];
}
