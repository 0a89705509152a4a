import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.js';
import type { ListElement, Policy, PrincipalElement, Statement } from '../policy/model.js';
import type { Span } from '../source/span.js';
import { kindLabel } from './kindLabel.js';
import { toRange } from './ranges.js';
import { principalTitle, statementTitle } from './statementTitle.js';

/** The outline: the policy, its statements by Sid or by what they do, and in them principals, actions, conditions. */
export function documentSymbols(analysis: Analysis, document: TextDocument): DocumentSymbol[] {
  if (analysis.document === undefined) {
    return [];
  }
  const { policy, kind } = analysis.document;
  const make = symbolMaker(document);
  return [
    make(kindLabel(kind), SymbolKind.Package, policy.span, {
      children: statementSymbols(policy, make),
      ...(policy.version?.known !== undefined && { detail: policy.version.known }),
    }),
  ];
}

type MakeSymbol = (
  name: string,
  kind: SymbolKind,
  span: Span,
  more?: { readonly detail?: string; readonly selection?: Span; readonly children?: DocumentSymbol[] },
) => DocumentSymbol;

function symbolMaker(document: TextDocument): MakeSymbol {
  return (name, kind, span, { detail, selection, children } = {}) => ({
    // An empty name makes VS Code refuse the whole outline.
    name: name.trim() === '' ? '""' : name,
    kind,
    range: toRange(document, span),
    selectionRange: toRange(document, selection ?? span),
    ...(detail !== undefined && { detail }),
    ...(children !== undefined && { children }),
  });
}

function statementSymbols(policy: Policy, make: MakeSymbol): DocumentSymbol[] {
  return policy.statements.map((statement) => {
    const title = statementTitle(statement);
    const sid = statement.sid?.known?.trim();
    const hasSid = sid !== undefined && sid !== '';
    return make(hasSid ? sid : title, SymbolKind.Object, statement.span, {
      ...(hasSid && { detail: title }),
      ...(statement.sid !== undefined && { selection: statement.sid.span }),
      children: elementSymbols(statement, make),
    });
  });
}

function elementSymbols(statement: Statement, make: MakeSymbol): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  if (statement.principal !== undefined) {
    symbols.push(principalSymbol(statement.principal, make));
  }
  for (const list of [statement.action, statement.resource]) {
    if (list !== undefined) {
      symbols.push(listSymbol(list, make));
    }
  }
  const conditionEntry = statement.node.entries.find((entry) => entry.key.value === 'Condition');
  if (conditionEntry !== undefined) {
    const children = statement.conditions.map((condition) =>
      make(condition.key.known ?? '?', SymbolKind.Key, condition.keyEntry.span, {
        detail: [condition.operator.known ?? '?', ...condition.values.map((value) => value.known ?? '…')].join(' '),
        selection: condition.keyEntry.key.span,
      }),
    );
    symbols.push(
      make('Condition', SymbolKind.Event, conditionEntry.span, { selection: conditionEntry.key.span, children }),
    );
  }
  return symbols.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function principalSymbol({ entry, principals }: PrincipalElement, make: MakeSymbol): DocumentSymbol {
  return make(String(entry.key.value), SymbolKind.Field, entry.span, {
    detail: principals.map(principalTitle).join(', '),
    selection: entry.key.span,
  });
}

function listSymbol({ entry, values }: ListElement, make: MakeSymbol): DocumentSymbol {
  return make(String(entry.key.value), SymbolKind.Array, entry.span, {
    detail: values.map((value) => value.known ?? '…').join(', '),
    selection: entry.key.span,
  });
}
