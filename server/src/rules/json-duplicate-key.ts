import * as l10n from '@vscode/l10n';
import type { Entry, MappingNode, Path, SourceNode } from '../source/sourceNode.js';
import { walk } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { toPlainValue } from './support/plainValue.js';

/** A key that stands twice in one object: JSON readers keep the last value and say nothing of the others. */
export const jsonDuplicateKey = defineRule({
  id: 'json-duplicate-key',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['json-duplicate-key'],
  peers: ['DUPLICATE_KEY', 'E0000'],
  fixable: 'sometimes',

  *check({ policy, source }) {
    if (hasDuplicate(policy.node)) {
      yield* checkNode(policy.node, policy.path, source, true);
    }
  },
});

/** Whether a name stands twice anywhere: nearly always none does, and that is told without a path to each value. */
function hasDuplicate(root: SourceNode): boolean {
  for (const node of walk(root)) {
    if (node.kind === 'mapping' && node.entries.length > 1) {
      const names = new Set(node.entries.map(({ key }) => String(key.value)));
      if (names.size < node.entries.length) {
        return true;
      }
    }
  }
  return false;
}

/** `isReachable`: the path leads here, and not to another value that overrides this one. */
function* checkNode(
  node: SourceNode,
  path: Path,
  source: RuleContext['source'],
  isReachable: boolean,
): Generator<Finding> {
  if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      yield* checkNode(item, [...path, index], source, isReachable);
    }
  }
  if (node.kind !== 'mapping') {
    return;
  }
  const byName = groupByName(node);
  for (const entry of node.entries) {
    const name = String(entry.key.value);
    const same = byName.get(name) ?? [entry];
    const last = same.at(-1) ?? entry;
    if (entry !== last) {
      yield report(entry, last, path, source, isReachable && isCopy(same, entry));
    }
    if (entry.value !== undefined) {
      yield* checkNode(entry.value, [...path, name], source, isReachable && entry === last);
    }
  }
}

function groupByName({ entries }: MappingNode): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = String(entry.key.value);
    const group = groups.get(name);
    if (group === undefined) {
      groups.set(name, [entry]);
    } else {
      group.push(entry);
    }
  }
  return groups;
}

function report(entry: Entry, last: Entry, path: Path, source: RuleContext['source'], isCopy: boolean): Finding {
  const name = String(entry.key.value);
  return {
    span: entry.key.span,
    message: describe(name, path),
    related: [{ span: last.key.span, message: l10n.t('This is the one that counts.') }],
    ...(isCopy && {
      fixes: [
        {
          title: l10n.t('Remove the copy of "{0}"', name),
          safe: true,
          edits: () => source.editor.remove([...path, name]),
        },
      ],
    }),
  };
}

function describe(name: string, path: Path): string {
  if (path.at(-1) === 'Condition') {
    return l10n.t(
      'Duplicate condition operator "{0}": only the last one counts, so AWS does not test the conditions under this one.',
      name,
    );
  }
  if (path.at(-2) === 'Condition') {
    return l10n.t(
      'Duplicate condition key "{0}": only the last one counts, so AWS does not test the values of this one.',
      name,
    );
  }
  return l10n.t('Duplicate key "{0}": only the last one counts, so AWS does not read this one.', name);
}

/** True when all entries of one name say the same, so that removing one of them changes nothing. */
function isCopy(same: readonly Entry[], entry: Entry): boolean {
  const plain = JSON.stringify(toPlainValue(entry.value));
  return plain !== undefined && same.every(({ value }) => JSON.stringify(toPlainValue(value)) === plain);
}
