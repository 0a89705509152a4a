import * as l10n from '@vscode/l10n';
import type { Path } from '../../source/sourceNode.js';
import type { Span } from '../../source/span.js';
import { matchAction } from '../evaluate/matchText.js';
import type { ListElement, Policy, PolicyString, Principal, Statement } from '../model.js';
import { statementName } from '../statementName.js';
import { accessDiff } from './accessDiff.js';
import { AccessMap, listKeyActions } from './accessMap.js';
import { identityOf } from './atoms.js';
import { type CallerClass, listCallerClasses, nameText } from './principals.js';

/**
 * Why a part of a policy can go. `redundant`: other statements say the same or more. `shadowed`: a Deny keeps it from
 * ever applying. `void`: it gives and takes nothing, even alone.
 */
export type SuggestionKind = 'redundant' | 'shadowed' | 'void';

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly part: 'statement' | 'action' | 'principal';
  readonly span: Span;
  /** Localised. */
  readonly message: string;
  /** What to remove from the document. */
  readonly path: Path;
}

/**
 * What a key policy can do without: each suggestion leaves every decision as it is, and so do all of them together.
 * Held against `accessDiff`, so that nothing is suggested that could not be verified. Pure.
 */
export function minimize(policy: Policy): Suggestion[] {
  return new Minimizer(policy).run();
}

class Minimizer {
  private current: Policy;
  private readonly callers: readonly CallerClass[];
  private readonly actions: readonly string[];
  private map: AccessMap;

  constructor(private readonly original: Policy) {
    this.current = original;
    this.callers = listCallerClasses([original]);
    this.actions = listKeyActions([original]);
    this.map = new AccessMap(original);
  }

  /** Later statements go first: of two that say the same, the first stays. */
  run(): Suggestion[] {
    const found: Suggestion[] = [];
    for (const statement of this.original.statements.toReversed()) {
      if (statement.effect === undefined || statement.action === undefined || statement.resource === undefined) {
        continue; // what AWS refuses, or what is not typed to its end, is for rules to say
      }
      const suggestion = this.tryStatement(statement);
      found.push(...(suggestion === undefined ? this.tryItems(statement) : [suggestion]));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  }

  private tryStatement(statement: Statement): Suggestion | undefined {
    if (
      this.current.statements.length < 2 ||
      !this.isReadable(statement) ||
      this.isNeeded(statement, this.actions, this.callers)
    ) {
      return undefined;
    }
    const without = this.current.statements.filter(({ index }) => index !== statement.index);
    if (!this.accept(without)) {
      return undefined;
    }
    const kind = this.kindOf(statement);
    return {
      kind,
      part: 'statement',
      span: statement.span,
      path: statement.path,
      message: statementMessage(kind, statementName(statement)),
    };
  }

  private tryItems(statement: Statement): Suggestion[] {
    return [...this.tryActions(statement), ...this.tryPrincipals(statement)];
  }

  private *tryActions(statement: Statement): Generator<Suggestion> {
    const { action } = statement;
    const list = action?.entry.value;
    if (action === undefined || list?.kind !== 'sequence' || action.negated) {
      return;
    }
    let kept = action.values;
    for (const value of action.values.toReversed()) {
      const others: readonly PolicyString[] = kept.filter((item) => item !== value);
      const own = this.actions.filter((name) => covers(value, name) && !others.some((item) => covers(item, name)));
      if (others.length === 0 || (own.length > 0 && this.isNeeded(statement, own, this.callers))) {
        continue;
      }
      if (this.replace(statement, { action: { ...action, values: others } })) {
        kept = others;
        yield {
          kind: this.kindOf(statement, { values: [value] }),
          part: 'action',
          span: value.span,
          path: [...statement.path, 'Action', list.items.indexOf(value.node)],
          message: l10n.t('The action "{0}" can go: the policy gives and takes the same without it.', textOf(value)),
        };
      }
    }
  }

  private *tryPrincipals(statement: Statement): Generator<Suggestion> {
    const { principal } = statement;
    if (principal === undefined || principal.negated) {
      return;
    }
    let kept = principal.principals;
    for (const item of principal.principals.toReversed()) {
      const others: readonly Principal[] = kept.filter((other) => other !== item);
      const isListed = typeof item.path.at(-1) === 'number';
      const own = this.callers.filter(
        ({ text, account, kind }) => text === nameText(item) || (kind === 'root' && account === nameText(item)),
      );
      const isLast = !others.some(({ type }) => type === item.type);
      if (
        !isListed ||
        isLast ||
        own.length === 0 ||
        own.some((caller) => this.isNeeded(statement, this.actions, [caller]))
      ) {
        continue;
      }
      if (this.replace(statement, { principal: { ...principal, principals: others } })) {
        kept = others;
        yield {
          kind: 'redundant',
          part: 'principal',
          span: item.value.span,
          path: item.path,
          message: l10n.t(
            'The principal "{0}" can go: the policy gives and takes the same without it.',
            textOf(item.value),
          ),
        };
      }
    }
  }

  /** False when a principal is nobody whom the comparison knows: what it is worth is not for us to say. */
  private isReadable({ principal }: Statement): boolean {
    return (principal?.principals ?? []).every(
      (item) => item.value.known === '*' || this.callers.some(({ text }) => text === nameText(item)),
    );
  }

  /** True at once when one of the callers has one of the actions by this statement alone, whatever the conditions. */
  private isNeeded({ index, effect }: Statement, actions: readonly string[], callers: readonly CallerClass[]): boolean {
    return callers.some((caller) =>
      actions.some((action) => {
        const { denies, direct, role, iam } = this.map.access(caller, action);
        const same = effect === 'Deny' ? denies : [...direct, ...role, ...iam];
        const [only, ...more] = same;
        return only?.statement.index === index && more.length === 0 && (effect === 'Deny' || denies.length === 0);
      }),
    );
  }

  private replace(statement: Statement, parts: Partial<Statement>): boolean {
    return this.accept(
      this.current.statements.map((item) => (item.index === statement.index ? { ...item, ...parts } : item)),
    );
  }

  /** Takes statements in the place of the current ones if they decide every request alike. */
  private accept(statements: readonly Statement[]): boolean {
    const candidate = { ...this.current, statements };
    const { changes, incomplete } = accessDiff(this.current, candidate);
    if (changes.length + incomplete.length > 0) {
      return false;
    }
    this.current = candidate;
    this.map = new AccessMap(candidate);
    return true;
  }

  /** Why an Allow, or one part of its actions, does nothing: alone it would, and only a Deny keeps it from it. */
  private kindOf(statement: Statement, action?: Pick<ListElement, 'values'>): SuggestionKind {
    const part =
      action === undefined || statement.action === undefined ? {} : { action: { ...statement.action, ...action } };
    const alone: Policy = { ...this.original, statements: [{ ...statement, ...part }] };
    const nothing: Policy = { ...this.original, statements: [] };
    if (accessDiff(nothing, alone).changes.length === 0) {
      return 'void';
    }
    const denies = this.original.statements.filter(({ effect }) => effect === 'Deny');
    const cut: Policy = { ...alone, statements: [...alone.statements, ...denies] };
    const isCut =
      statement.effect === 'Allow' && accessDiff({ ...nothing, statements: denies }, cut).changes.length === 0;
    return isCut ? 'shadowed' : 'redundant';
  }
}

function statementMessage(kind: SuggestionKind, name: string): string {
  switch (kind) {
    case 'redundant':
      return l10n.t('The statement {0} can go: other statements say the same, or more.', name);
    case 'shadowed':
      return l10n.t('The statement {0} can go: a Deny keeps it from ever applying.', name);
    case 'void':
      return l10n.t('The statement {0} can go: it neither gives nor takes anything.', name);
  }
}

function covers(value: PolicyString, action: string): boolean {
  return matchAction(value, action) === 'yes' || identityOf(value) === action;
}

function textOf({ known, parts }: PolicyString): string {
  return known ?? parts.map((part) => (part.kind === 'text' ? part.text : part.source)).join('');
}
