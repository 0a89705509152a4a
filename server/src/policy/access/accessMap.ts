import { getKmsAction, isCrossAccountAction, isEffectiveInKeyPolicy, KMS_ACTIONS } from '../../knowledge/kmsActions.js';
import { matchAction } from '../evaluate/matchText.js';
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
  /** Allows that name the caller. */
  readonly named: readonly Clause[];
  /** Allows that let IAM policies of the caller's account decide. */
  readonly iam: readonly Clause[];
}

/** A key policy, prepared for questions about callers and actions. Pure; keeps what it has worked out. */
export class AccessMap {
  private readonly statements: readonly CompiledStatement[];

  /**
   * @param owner the account of the key: callers of other accounts need their own IAM policies too, and can use some
   *   actions only (kms-facts 1.a and 6). Undefined: nothing of that is known, and nothing is left out.
   */
  constructor(
    policy: Policy,
    private readonly owner?: string,
  ) {
    this.statements = policy.statements.flatMap((statement) =>
      statement.effect === undefined || statement.action === undefined || statement.resource === undefined
        ? []
        : [new CompiledStatement(statement, statement.action)],
    );
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
    const denies: Clause[] = [];
    const named: Clause[] = [];
    const iam: Clause[] = [];
    for (const statement of this.statements) {
      const isAllow = statement.statement.effect === 'Allow';
      if ((isAllow && !canAllow) || !statement.covers(action)) {
        continue;
      }
      const naming = statement.names(caller);
      if (naming !== 'no') {
        (isAllow ? (naming === 'named' && !isForeign ? named : iam) : denies).push(statement);
      }
    }
    return { denies, named, iam };
  }
}

class CompiledStatement implements Clause {
  readonly atoms: readonly Atom[];
  readonly id: string;
  private readonly namings = new Map<CallerClass, Naming>();
  private readonly covered = new Map<string, boolean>();

  constructor(
    readonly statement: Statement,
    private readonly action: ListElement,
  ) {
    this.atoms = readAtoms(statement);
    this.id = JSON.stringify(this.atoms.map(({ id }) => id).sort());
  }

  names(caller: CallerClass): Naming {
    let naming = this.namings.get(caller);
    if (naming === undefined) {
      naming = nameClass(this.statement.principal, caller);
      this.namings.set(caller, naming);
    }
    return naming;
  }

  covers(action: string): boolean {
    let covered = this.covered.get(action);
    if (covered === undefined) {
      covered = this.action.values.some((value) => coversName(value, action)) !== this.action.negated;
      this.covered.set(action, covered);
    }
    return covered;
  }
}

/** What cannot be read yet covers itself only; such texts stand in the list of actions too. */
function coversName(value: PolicyString, action: string): boolean {
  return isReadable(value) ? matchAction(value, action) === 'yes' : identityOf(value) === action;
}

/** Whether an Allow in a key policy can give the action; names that nobody knows yet count as such that can. */
function isAllowable(action: string): boolean {
  return getKmsAction(action) === undefined || isEffectiveInKeyPolicy(action);
}

/**
 * The actions that statements about a key can be about: the known ones of KMS, the others that the policies name, and
 * the texts that are not known yet. Of those that need IAM policies, `kms:RetireGrant` alone counts, since a Deny in a
 * key policy cuts it (kms-facts section 12).
 */
export function listKeyActions(policies: readonly Policy[]): string[] {
  const known = KMS_ACTIONS.filter(({ name }) => isEffectiveInKeyPolicy(name) || name === 'RetireGrant').map(
    ({ name }) => `kms:${name}`,
  );
  const written = policies.flatMap(({ statements }) => statements.flatMap(({ action }) => action?.values ?? []));
  const others = written.flatMap((value) => {
    const text = identityOf(value);
    const isName = /^kms:\w+$/i.test(text) && getKmsAction(text) === undefined;
    return isName ? [text.toLowerCase()] : isReadable(value) ? [] : [text];
  });
  return [...known, ...new Set(others)];
}
