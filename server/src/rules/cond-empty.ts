import * as l10n from '@vscode/l10n';
import { type Entry, findEntry, type Path, type SourceNode } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { isUnfinished } from './support/unfinished.js';

/** An empty condition tests nothing; an empty list of values tests against nothing. */
export const condEmpty = defineRule({
  id: 'cond-empty',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-empty'],
  peers: [
    'EMPTY_ARRAY_CONDITION',
    'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    'EMPTY_OBJECT_CONDITION',
  ],
  fixable: 'always',

  *check(context) {
    for (const { node, path } of context.policy.statements) {
      const condition = findEntry(node, 'Condition');
      if (condition?.value === undefined || isUnfinished(context, condition.span)) {
        continue;
      }
      const found = [...emptyParts(condition, [...path, 'Condition'])];
      for (const { part, path: emptyPath, isTest } of found) {
        yield describe(context, part, emptyPath, isTest);
      }
    }
  },
});

interface EmptyPart {
  readonly part: Entry;
  readonly path: Path;
  /** A key without values, which is a test; the others are empty boxes. */
  readonly isTest: boolean;
}

function* emptyParts(condition: Entry, path: Path): Generator<EmptyPart> {
  if (isEmpty(condition.value, 'mapping')) {
    yield { part: condition, path, isTest: false };
  }
  for (const operator of entriesOf(condition.value)) {
    const operatorPath = [...path, String(operator.key.value)];
    if (isEmpty(operator.value, 'mapping')) {
      yield { part: operator, path: operatorPath, isTest: false };
    }
    for (const key of entriesOf(operator.value)) {
      if (isEmpty(key.value, 'sequence')) {
        yield { part: key, path: [...operatorPath, String(key.key.value)], isTest: true };
      }
    }
  }
}

function entriesOf(node: SourceNode | undefined): readonly Entry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

function isEmpty(node: SourceNode | undefined, kind: 'mapping' | 'sequence'): boolean {
  return node?.kind === kind && (node.kind === 'mapping' ? node.entries : node.items).length === 0;
}

function describe({ source }: RuleContext, { key, value }: Entry, path: Path, isTest: boolean): Finding {
  const name = String(key.value);
  return {
    span: (value ?? key).span,
    message: isTest
      ? l10n.t('Empty list of values for "{0}": the statement is not limited to any value.', name)
      : l10n.t('Empty "{0}": it limits nothing.', name),
    fixes: [
      {
        title: l10n.t('Remove "{0}"', name),
        // AWS documents that an empty list may still decide, depending on the operator.
        safe: !isTest,
        edits: () => source.editor.remove(path),
      },
    ],
  };
}
