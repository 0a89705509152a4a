import * as l10n from '@vscode/l10n';
import type { Path } from '../../source/sourceNode.js';
import type { Span } from '../../source/span.js';
import { matchAction } from '../evaluate/matchText.js';
import type { Policy, PolicyString, Principal, Statement } from '../model.js';
import { statementName } from '../statementName.js';
import { type Access, AccessMap, type Clause, listKeyActions } from './accessMap.js';
import { identityOf } from './atoms.js';
import { createAccessComparer } from './compareAccess.js';
import { groupBy } from './groupBy.js';
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
 * What a key policy can do without: each suggestion leaves every decision as it is, and so do all of them together. What
 * could not be verified, because it rests on something that is not known yet, is not suggested. Pure.
 */
export function minimize(policy: Policy): Suggestion[] {
  const minimizer = new Minimizer(policy);
  // Later statements go first: of two that say the same, the first stays.
  const found = policy.statements.toReversed().flatMap((statement) => [...minimizer.suggest(statement)]);
  return found.sort((a, b) => a.span.start - b.span.start);
}

class Minimizer {
  private readonly callers: readonly CallerClass[];
  private readonly actions: readonly string[];
  private readonly differs: ReturnType<typeof createAccessComparer>;
  private map: AccessMap;

  constructor(private policy: Policy) {
    this.callers = listCallerClasses([policy]);
    this.actions = listKeyActions([policy]);
    this.differs = createAccessComparer(this.callers);
    this.map = new AccessMap(policy);
  }

  *suggest(statement: Statement): Generator<Suggestion> {
    const { effect, action, resource } = statement;
    if (effect === undefined || action === undefined || resource === undefined) {
      return; // what AWS refuses, or what is not typed to its end, is for rules to say
    }
    const whole = this.tryStatement(statement);
    if (whole !== undefined) {
      yield whole;
      return;
    }
    yield* this.tryActions(statement);
    yield* this.tryPrincipals(statement);
  }

  private tryStatement(statement: Statement): Suggestion | undefined {
    const { index, span, path } = statement;
    if (this.policy.statements.length < 2 || !this.isJudged(statement)) {
      return undefined;
    }
    const kind = this.kindWithout(statement, this.actions, this.callers);
    if (kind === undefined) {
      return undefined;
    }
    this.replace(this.policy.statements.filter((item) => item.index !== index));
    return { kind, part: 'statement', span, path, message: statementMessage(kind, statementName(statement)) };
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
      const kind = others.length === 0 ? undefined : this.kindWithout(statement, own, this.callers);
      if (kind !== undefined) {
        kept = others;
        this.change(statement, { action: { ...action, values: others } });
        yield {
          kind: own.length > 0 || others.some((item) => isSame(item, value)) ? kind : this.kindOfExtra(value),
          part: 'action',
          span: value.span,
          path: [...statement.path, 'Action', list.items.indexOf(value.node)],
          message: l10n.t('The action "{0}" can go: the policy gives and takes the same without it.', textOf(value)),
        };
      }
    }
  }

  /** An action that adds nothing to the others of its list is covered by them, unless a key policy cannot give it. */
  private kindOfExtra(value: PolicyString): SuggestionKind {
    return this.actions.some((name) => covers(value, name)) ? 'redundant' : 'void';
  }

  private *tryPrincipals(statement: Statement): Generator<Suggestion> {
    const { principal } = statement;
    if (principal === undefined || principal.negated) {
      return;
    }
    let kept = principal.principals;
    for (const item of principal.principals.toReversed()) {
      const others: readonly Principal[] = kept.filter((other) => other !== item);
      const isListed = typeof item.path.at(-1) === 'number' && others.some(({ type }) => type === item.type);
      const own = this.callersOf(item);
      const kind = isListed && own.length > 0 ? this.kindWithout(statement, this.actions, own, others) : undefined;
      if (kind !== undefined) {
        kept = others;
        this.change(statement, { principal: { ...principal, principals: others } });
        yield {
          kind,
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

  /** Whom a principal is about: itself, the sessions of a role, and everybody of an account. */
  private callersOf(item: Principal): CallerClass[] {
    const name = nameText(item);
    return this.callers.filter(({ text, account, caller }) => {
      return text === name || account === name || (caller !== undefined && 'arn' in caller && caller.arn === name);
    });
  }

  /**
   * Why a statement can do without some actions or callers; undefined when it cannot.
   *
   * @param principals those that stay in the statement; undefined: none of them
   */
  private kindWithout(
    statement: Statement,
    actions: readonly string[],
    callers: readonly CallerClass[],
    principals?: readonly Principal[],
  ): SuggestionKind | undefined {
    let isVoid = true;
    let isShadowed = statement.effect === 'Allow';
    const rest = principals === undefined ? undefined : this.restOf(statement, principals);
    for (const [action = ''] of groupBy(actions, (name) => this.map.signatureOf(name))) {
      for (const caller of callers) {
        const access = this.map.access(caller, action);
        const remaining = merge(withoutStatement(access, statement.index), rest?.access(caller, action));
        if (this.differs(caller, remaining, access)) {
          return undefined;
        }
        const own = onlyStatement(access, statement.index);
        isVoid &&= !this.differs(caller, NO_ACCESS, own);
        isShadowed &&= !this.differs(caller, justDenies(access), { ...own, denies: access.denies });
      }
    }
    return isVoid ? 'void' : isShadowed ? 'shadowed' : 'redundant';
  }

  /** The statement alone, with some of its principals. */
  private restOf(statement: Statement, principals: readonly Principal[]): AccessMap {
    const { principal } = statement;
    const rest = { ...statement, ...(principal !== undefined && { principal: { ...principal, principals } }) };
    return new AccessMap({ ...this.policy, statements: [rest] });
  }

  /** False when a principal is nobody whom the comparison knows: what it is worth is not for us to say. */
  private isJudged({ principal }: Statement): boolean {
    return (principal?.principals ?? []).every(
      (item) => item.value.known === '*' || this.callers.some(({ text }) => text === nameText(item)),
    );
  }

  private change({ index }: Statement, parts: Partial<Statement>): void {
    this.replace(this.policy.statements.map((item) => (item.index === index ? { ...item, ...parts } : item)));
  }

  private replace(statements: readonly Statement[]): void {
    this.policy = { ...this.policy, statements };
    this.map = new AccessMap(this.policy);
  }
}

const NO_ACCESS: Access = { denies: [], direct: [], role: [], iam: [] };

function justDenies({ denies }: Access): Access {
  return { ...NO_ACCESS, denies };
}

function withoutStatement(access: Access, index: number): Access {
  return filter(access, (clause) => clause.statement.index !== index);
}

function onlyStatement(access: Access, index: number): Access {
  return filter(access, (clause) => clause.statement.index === index);
}

function filter({ denies, direct, role, iam }: Access, test: (clause: Clause) => boolean): Access {
  return { denies: denies.filter(test), direct: direct.filter(test), role: role.filter(test), iam: iam.filter(test) };
}

function merge(a: Access, b: Access = NO_ACCESS): Access {
  return {
    denies: [...a.denies, ...b.denies],
    direct: [...a.direct, ...b.direct],
    role: [...a.role, ...b.role],
    iam: [...a.iam, ...b.iam],
  };
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

function isSame(a: PolicyString, b: PolicyString): boolean {
  return identityOf(a).toLowerCase() === identityOf(b).toLowerCase();
}

function textOf({ known, parts }: PolicyString): string {
  return known ?? parts.map((part) => (part.kind === 'text' ? part.text : part.source)).join('');
}
