import { getKmsAction, isCrossAccountAction, isEffectiveInKeyPolicy, KMS_ACTIONS } from '../../knowledge/kmsActions.js';
import { type CompiledStatement, compilePolicy, hasVariables } from '../evaluate/compiledPolicy.js';
import type { ListElement, Policy, PolicyString, Statement } from '../model.js';
import { type Atom, identityOf, isReadable, readAtoms } from './atoms.js';
import { type CallerClass, type Naming, nameClass } from './principals.js';

/** A statement that reaches a caller and an action, and what it demands besides: all of the atoms. */
export interface Clause {
  readonly statement: Statement;
  readonly atoms: readonly Atom[];
  /** Equal for clauses that demand the same. */
  readonly id: string;
}

/** What a key policy says of one caller and one action. Each list is an alternative: one clause is enough. */
export interface Access {
  readonly denies: readonly Clause[];
  /** Allows that name the caller itself, or everyone. */
  readonly direct: readonly Clause[];
  /** Allows that name the role of the caller's session. */
  readonly role: readonly Clause[];
  /** Allows that let IAM policies of the caller's account decide. */
  readonly iam: readonly Clause[];
}

/** A key policy, prepared for questions about callers and actions. Pure; keeps what it has worked out. */
export class AccessMap {
  private readonly statements: readonly AccessClause[];

  /**
   * @param owner the account of the key: callers of other accounts need their own IAM policies too, and can use some
   *   actions only (kms-facts 1.a and 6). Undefined: nothing of that is known, and nothing is left out.
   */
  constructor(
    policy: Policy,
    private readonly owner?: string,
  ) {
    const replacesVariables = hasVariables(policy);
    this.statements = compilePolicy(policy).flatMap((compiled) => {
      const { effect, action, resource } = compiled.statement;
      return effect === undefined || action === undefined || resource === undefined
        ? []
        : [new AccessClause(compiled, action, replacesVariables)];
    });
  }

  /** The statements that count: those with an effect, actions and a resource. */
  get clauses(): readonly Clause[] {
    return this.statements;
  }

  /** Equal for actions that neither a statement nor KMS itself tells apart: `access` is the same for them. */
  signatureOf(action: string): string {
    const flags = [
      isAllowable(action),
      isCrossAccountAction(action),
      ...this.statements.map((item) => item.covers(action)),
    ];
    return flags.map(Number).join('');
  }

  access(caller: CallerClass, action: string): Access {
    const isForeign = this.owner !== undefined && caller.account !== undefined && caller.account !== this.owner;
    const canAllow = isAllowable(action) && (!isForeign || isCrossAccountAction(action));
    const access = { denies: [] as Clause[], direct: [] as Clause[], role: [] as Clause[], iam: [] as Clause[] };
    for (const statement of this.statements) {
      const isAllow = statement.statement.effect === 'Allow';
      if ((isAllow && !canAllow) || !statement.covers(action)) {
        continue;
      }
      const naming = statement.names(caller);
      if (naming !== 'no') {
        access[isAllow ? (isForeign ? 'iam' : naming) : 'denies'].push(statement);
      }
    }
    return access;
  }
}

class AccessClause implements Clause {
  readonly statement: Statement;
  readonly atoms: readonly Atom[];
  readonly id: string;
  private readonly namings = new Map<CallerClass, Naming>();
  private readonly covered = new Map<string, boolean>();

  constructor(
    private readonly compiled: CompiledStatement,
    private readonly action: ListElement,
    replacesVariables: boolean,
  ) {
    this.statement = compiled.statement;
    this.atoms = readAtoms(compiled, replacesVariables);
    this.id = JSON.stringify(this.atoms.map(({ id }) => id).sort());
  }

  names(caller: CallerClass): Naming {
    let naming = this.namings.get(caller);
    if (naming === undefined) {
      naming = nameClass(this.compiled, caller);
      this.namings.set(caller, naming);
    }
    return naming;
  }

  covers(action: string): boolean {
    let covered = this.covered.get(action);
    if (covered === undefined) {
      covered = isActionName(action)
        ? this.coversName(action)
        : this.action.values.some((value) => coversText(value, action)) !== this.action.negated;
      this.covered.set(action, covered);
    }
    return covered;
  }

  /** What is not known yet is a text of its own in the list of actions, and covers no other. */
  private coversName(action: string): boolean {
    const covers = this.compiled.action(action.toLowerCase());
    return covers === 'unknown' ? this.action.negated : covers === 'yes';
  }
}

/** True for the full name of an action, false for a text that is not known before deployment. */
export function isActionName(action: string): boolean {
  return /^kms:\w+$/i.test(action);
}

function coversText(value: PolicyString, text: string): boolean {
  return value.known === '*' || value.known?.toLowerCase() === 'kms:*' || identityOf(value) === text;
}

/** Whether an Allow in a key policy can give the action; names that nobody knows yet count as such that can. */
function isAllowable(action: string): boolean {
  return getKmsAction(action) === undefined || isEffectiveInKeyPolicy(action);
}

/**
 * The actions that a key policy can be about: those of KMS that it can give, others that the policies name, and the
 * texts that are not known yet. What only IAM policies can give, no statement of a key policy touches (kms-facts
 * section 6).
 */
export function listKeyActions(policies: readonly Policy[]): string[] {
  const known = KMS_ACTIONS.filter(({ name }) => isEffectiveInKeyPolicy(name)).map(({ name }) => `kms:${name}`);
  const written = policies.flatMap(({ statements }) => statements.flatMap(({ action }) => action?.values ?? []));
  const others = written.flatMap((value) => {
    const text = identityOf(value);
    const isNew = isActionName(text) && getKmsAction(text) === undefined;
    return isNew ? [text.toLowerCase()] : isReadable(value) ? [] : [text];
  });
  return [...known, ...new Set(others)];
}
