import * as l10n from '@vscode/l10n';
import type { Statement } from '../policy/model.js';
import { findEntry, type Path, type SourceNode } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { isUnfinished } from './support/unfinished.js';

/** A list of actions, resources or principals without a member. Empty conditions are `cond-empty`. */
export const arrayEmpty = defineRule({
  id: 'array-empty',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['array-empty'],
  peers: [
    'EMPTY_ARRAY_ACTION',
    'EMPTY_ARRAY_RESOURCE',
    'EMPTY_ARRAY_PRINCIPAL',
    'EMPTY_OBJECT_PRINCIPAL',
    'E3510',
    'E3512',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
        const value = findEntry(statement.node, name)?.value;
        if (value?.kind === 'sequence' && value.items.length === 0) {
          yield* report(context, name, value, pathOfStatement(context, statement));
        }
      }
      for (const name of ['Principal', 'NotPrincipal']) {
        yield* checkPrincipal(context, statement, name);
      }
    }
  },
});

function* checkPrincipal(context: RuleContext, statement: Statement, name: string): Generator<Finding> {
  const value = findEntry(statement.node, name)?.value;
  if (value?.kind !== 'mapping') {
    return;
  }
  if (value.entries.length === 0) {
    yield* report(context, name, value, pathOfStatement(context, statement));
  }
  for (const { key, value: list } of value.entries) {
    if (list?.kind === 'sequence' && list.items.length === 0) {
      const type = String(key.value);
      const isOneOfSeveral = value.entries.length > 1;
      const path = isOneOfSeveral ? [...statement.path, name, type] : pathOfStatement(context, statement);
      yield* report(context, type, list, path, isOneOfSeveral ? type : undefined);
    }
  }
}

/** `removable`: the path of what may go to mend it, and its name when it is less than the statement. */
function* report(
  context: RuleContext,
  name: string,
  node: SourceNode,
  removable: Path | undefined,
  removableName?: string,
): Generator<Finding> {
  if (isUnfinished(context, node.span)) {
    return;
  }
  yield {
    span: node.span,
    message: name.startsWith('Not')
      ? l10n.t('Empty "{0}": name at least one value that is excepted.', name)
      : l10n.t('Empty "{0}": the statement applies to nothing. Name at least one value.', name),
    ...(removable !== undefined && {
      fixes: [
        {
          title: removableName === undefined ? l10n.t('Remove the statement') : l10n.t('Remove "{0}"', removableName),
          safe: false,
          edits: () => context.source.editor.remove(removable),
        },
      ],
    }),
  };
}

/** Undefined for the only statement of a policy, without which there would be none. */
function pathOfStatement({ policy }: RuleContext, { path }: Statement): Path | undefined {
  const list = policy.statementEntry?.value;
  return list?.kind === 'sequence' && list.items.length > 1 ? path : undefined;
}
