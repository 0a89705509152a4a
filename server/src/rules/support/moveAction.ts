import * as l10n from '@vscode/l10n';
import type { Statement } from '../../policy/model.js';
import type { Path, TextEdit } from '../../source/sourceNode.js';
import { contains } from '../../source/span.js';
import type { Fix, RuleContext } from '../rule.js';
import { toPlainValue } from './plainValue.js';

/** Elements of the new statement that differ from the old one; an empty `Condition` is left out. */
interface Changes {
  readonly Resource?: string;
  readonly Condition?: Readonly<Record<string, unknown>>;
}

/**
 * Takes one of several actions out of a statement and gives it a statement of its own behind it. No fix when that would
 * lose a comment or a value known only at deployment, or when the layout leaves no room for both edits.
 */
export function moveActionFix(
  context: RuleContext,
  statement: Statement,
  actionPath: Path,
  action: string,
  changes: Changes,
): Fix[] {
  const edits = moveEdits(context, statement, actionPath, action, changes);
  return edits === undefined
    ? []
    : [{ title: l10n.t('Move "{0}" to a statement of its own', action), safe: false, edits: () => edits }];
}

function moveEdits(
  { source, policy }: RuleContext,
  statement: Statement,
  actionPath: Path,
  action: string,
  changes: Changes,
): readonly TextEdit[] | undefined {
  const list = policy.statementEntry?.value;
  const plain = toPlainValue(statement.node);
  if (list?.kind !== 'sequence' || typeof plain !== 'object' || plain === null) {
    return undefined;
  }
  if (source.comments.some((comment) => contains(statement.span, comment.span))) {
    return undefined;
  }
  const { Sid: _sid, Condition: written, ...rest } = plain as Record<string, unknown>;
  const { Condition = written, ...others } = changes;
  const hasCondition = Condition !== undefined && Object.keys(Condition as object).length > 0;
  const added = { ...rest, ...others, Action: action, ...(hasCondition && { Condition }) };
  const index = list.items.indexOf(statement.node) + 1;
  const inserted = source.editor.insert(
    [...policy.path, 'Statement'],
    added,
    index < list.items.length ? index : undefined,
  );
  const removed = source.editor.remove(actionPath);
  const isApart = inserted.every(({ span }) =>
    removed.every((other) => span.end < other.span.start || other.span.end < span.start),
  );
  return isApart ? [...removed, ...inserted] : undefined;
}
