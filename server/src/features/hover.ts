import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Analysis, PolicyDocument } from '../analysis/analysis.js';
import type { Statement } from '../policy/model.js';
import { type Location, locate } from '../source/nodeAt.js';
import type { Span } from '../source/span.js';
import { actionDocs } from './hover/actionDocs.js';
import { arnDocs } from './hover/arnDocs.js';
import { conditionKeyDocs } from './hover/conditionKeyDocs.js';
import { elementDocs, plainValueDocs, principalTypeDocs } from './hover/elementDocs.js';
import { operatorDocs } from './hover/operatorDocs.js';
import { principalDocs } from './hover/principalDocs.js';
import { statementSummary } from './hover/statementSummary.js';
import { conditionValueDocs } from './hover/valueDocs.js';
import { paragraphs } from './markdown.js';
import type { FeatureOptions } from './options.js';
import { toRange } from './ranges.js';
import { type Role, roleAt } from './role.js';

/**
 * What the text at `offset` (UTF-16) means: an element, principal, action, resource, operator, condition key or value;
 * on a statement's opening, `Sid` or `Effect`, what the statement says. Undefined where there is nothing to tell.
 */
export function hover(
  analysis: Analysis,
  document: TextDocument,
  offset: number,
  options: FeatureOptions,
): Hover | undefined {
  const root = analysis.document?.source.root;
  const location = root === undefined ? undefined : locate(root, offset);
  if (analysis.document === undefined || location === undefined) {
    return undefined;
  }
  const inKey = location.entry?.inKey ?? false;
  const role = roleAt(location.path, inKey);
  const span = tokenSpan(location, offset);
  const value =
    role === undefined || span === undefined ? undefined : describe(role, location, analysis.document, options);
  if (value === undefined || value === '' || span === undefined) {
    return undefined;
  }
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document, span) };
}

/** The string at the offset; of an object only its opening brace. */
function tokenSpan({ node }: Location, offset: number): Span | undefined {
  if (node.kind === 'scalar' || node.kind === 'expression') {
    return offset <= node.span.end ? node.span : undefined;
  }
  return node.kind === 'mapping' && offset <= node.span.start + 1
    ? { start: node.span.start, end: node.span.start + 1 }
    : undefined;
}

function describe(
  role: Role,
  { node }: Location,
  { policy, kind }: PolicyDocument,
  options: FeatureOptions,
): string | undefined {
  const { locale, reference } = options;
  const text = node.kind === 'scalar' ? String(node.value) : '';
  const statement = 'statement' in role ? findStatement(policy.statements, role.statement) : undefined;
  const summary = (): string | undefined =>
    statement === undefined ? undefined : statementSummary(statement, kind, options);
  switch (role.kind) {
    case 'policy-element':
      return elementDocs(text, kind, locale);
    case 'policy-value':
      return role.element === 'Version' ? plainValueDocs(text) : undefined;
    case 'statement': {
      const hovered = findStatement(policy.statements, role.index ?? 0);
      return node.kind === 'mapping' && hovered !== undefined ? statementSummary(hovered, kind, options) : undefined;
    }
    case 'statement-element':
      return text === 'Sid' || text === 'Effect'
        ? joinParts(summary(), elementDocs(text, kind, locale))
        : elementDocs(text, kind, locale);
    case 'sid':
    case 'effect':
      return summary();
    case 'principal-element':
      return principalDocs('*', text, kind, locale);
    case 'principal-type':
      return principalTypeDocs(text);
    case 'principal':
      return principalDocs(role.type, text, kind, locale);
    case 'action':
      return actionDocs(reference, text, kind);
    case 'resource':
      return text === '*' ? elementDocs('Resource', kind, locale) : arnDocs(text);
    case 'operator':
      return operatorDocs(text, locale);
    case 'condition-key':
      return conditionKeyDocs(text, kind, statement, options);
    case 'condition-value':
      return conditionValueDocs(role.key, text);
    case 'condition-block':
      return undefined;
  }
}

function findStatement(statements: readonly Statement[], index: number): Statement | undefined {
  return statements.find((statement) => statement.index === index);
}

function joinParts(first: string | undefined, second: string | undefined): string {
  return first === undefined || second === undefined ? (first ?? second ?? '') : paragraphs([first, '---', second]);
}
