import type { Policy, Statement } from '../policy/model.js';
import type { RuleContext } from '../rules/rule.js';
import { type Entry, findEntry, type MappingNode, type SourceNode } from '../source/sourceNode.js';
import { contains, type Span } from '../source/span.js';
import { NO_EDITS, type ParsedSource, type SyntaxProblem } from '../syntax/frontEnd.js';

/**
 * What a rule of scope `statement` may look at to judge a statement: a policy that holds nothing but `Version` and that
 * statement, with the problems and comments inside of it. Fixes that are made of a view are thrown away: it is not worth
 * its while to compute an edit for them.
 */
export function viewStatement(context: RuleContext, statement: Statement): RuleContext {
  const { policy, source } = context;
  const entry = withStatements(policy, [statement.node]);
  const version = findEntry(policy.node, 'Version');
  const entries = [version, entry].filter((item) => item !== undefined);
  return {
    ...context,
    policy: { ...policy, node: { ...policy.node, entries }, statementEntry: entry, statements: [statement] },
    source: {
      ...source,
      problems: problemsIn(source, statement),
      comments: source.comments.filter(({ span }) => contains(statement.span, span)),
      editor: NO_EDITS,
    },
  };
}

/** What a rule of scope `statement` may look at outside of statements: the policy without any. */
export function viewSurroundings(context: RuleContext): RuleContext {
  const { policy } = context;
  const { statementEntry } = policy;
  const entry = withStatements(policy, []);
  const entries = policy.node.entries.flatMap((item) => (item === statementEntry ? (entry ?? []) : [item]));
  const node: MappingNode = { ...policy.node, entries };
  const list = statementEntry?.value;
  const isOutside = ({ span }: { readonly span: Span }) => list === undefined || !contains(list.span, span);
  const source: ParsedSource = {
    ...context.source,
    comments: context.source.comments.filter(isOutside),
    editor: NO_EDITS,
  };
  return { ...context, source, policy: { ...policy, node, statementEntry: entry, statements: [] } };
}

/** The problems that lie in a statement. One at its very start is about what should stand before it. */
export function problemsIn({ problems, text }: ParsedSource, { span }: Statement): readonly SyntaxProblem[] {
  return problems.length === 0
    ? problems
    : problems.filter(({ span: { start } }) => start > span.start && (start < span.end || span.end === text.length));
}

/** The `Statement` entry with these statements only, beside what else stands in its list and is no statement. */
function withStatements({ statementEntry }: Policy, statements: readonly MappingNode[]): Entry | undefined {
  const value = statementEntry?.value;
  if (statementEntry === undefined || value === undefined) {
    return statementEntry;
  }
  return { ...statementEntry, value: pruned(value, statements) };
}

function pruned(value: SourceNode, statements: readonly MappingNode[]): SourceNode | undefined {
  switch (value.kind) {
    case 'sequence': {
      const others = statements.length > 0 ? [] : value.items.filter(({ kind }) => kind !== 'mapping');
      return { ...value, items: [...statements, ...others] };
    }
    case 'mapping':
      return statements.length > 0 ? value : undefined;
    default:
      return value;
  }
}
