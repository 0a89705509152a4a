import { type Access, type AccessMap, type Clause, isActionName } from './accessMap.js';
import { RESOURCE_KEY, type Values } from './atoms.js';
import { type Consistency, callerId, callerValues, consistencyOf, isCallerKey } from './callerKeys.js';
import { type ChangeTerm, findGains } from './changeTerms.js';
import { ComponentCache, ConditionSpace } from './conditionSpace.js';
import { groupBy } from './groupBy.js';
import { type CallerClass, isAnonymous } from './principals.js';

/** Something that one caller can do, under the conditions of `term`, by one of two policies and not by the other. */
export interface AccessChange {
  readonly change: 'gained' | 'lost';
  readonly caller: CallerClass;
  /** `kms:Decrypt`; a text that is not known before deployment stays as it is. */
  readonly action: string;
  readonly term: ChangeTerm;
  /** False when it rests on something that is not known before deployment. */
  readonly isCertain: boolean;
  /** A request that the two policies decide differently, made when it is asked for; undefined when what it takes is not known. */
  readonly witness: Witness | undefined;
}

/** A request in the form that the evaluator takes. */
export interface Witness {
  /** ARN of the caller, or of its session; or name of a service. */
  readonly principal: string;
  readonly action: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  /** Given only when it matters: a policy names a resource other than `*`. */
  readonly resource?: string;
}

export interface Comparison {
  readonly changes: readonly AccessChange[];
  /** What could not be looked at in full: condition keys, callers with an action. Empty: the changes are all there are. */
  readonly incomplete: readonly string[];
}

/** Compares what two policies say of callers and actions. Pure. */
export function compareAccess(
  before: AccessMap,
  after: AccessMap,
  callers: readonly CallerClass[],
  actions: readonly string[],
): Comparison {
  const solver = new Solver(callers);
  const changes = findDifferingPairs(before, after, callers, actions).flatMap((pair) => solver.solve(pair));
  return { changes, incomplete: [...new Set(solver.incomplete)] };
}

/** Finds whether accesses of single callers differ; made once for many questions about the same callers. */
export function createAccessComparer(callers: readonly CallerClass[]) {
  const solver = new Solver(callers);
  /** False only when both decide every request of the caller alike, for certain. */
  return (caller: CallerClass, old: Access, now: Access): boolean => {
    const [oldKey, nowKey] = [describe(old), describe(now)];
    return oldKey !== nowKey && solver.differs({ caller, old, now, key: `${oldKey}|${nowKey}` });
  };
}

interface Question {
  readonly caller: CallerClass;
  readonly old: Access;
  readonly now: Access;
  /** Equal for accesses that are written alike. */
  readonly key: string;
}

interface Pair extends Question {
  readonly actions: readonly string[];
}

/** Callers and actions of whom the policies do not say the same in the same words. */
function findDifferingPairs(
  before: AccessMap,
  after: AccessMap,
  callers: readonly CallerClass[],
  actions: readonly string[],
): Pair[] {
  const pairs: Pair[] = [];
  for (const group of groupBy(actions, (action) => before.signatureOf(action) + after.signatureOf(action))) {
    const [action = ''] = group;
    for (const caller of callers) {
      const old = before.access(caller, action);
      const now = after.access(caller, action);
      const [oldKey, nowKey] = [describe(old), describe(now)];
      if (oldKey !== nowKey) {
        pairs.push({ caller, actions: group, old, now, key: `${oldKey}|${nowKey}` });
      }
    }
  }
  return pairs;
}

/** What two accesses differ in, and the space in which that was found. */
interface Solution {
  readonly space: ConditionSpace;
  readonly gained: readonly ChangeTerm[];
  readonly lost: readonly ChangeTerm[];
}

class Solver {
  readonly incomplete: string[] = [];
  private readonly solutions = new Map<string, Solution>();
  private readonly asked = new Map<string, readonly string[]>();
  private readonly consistencies = new Map<CallerClass, Consistency>();

  private readonly components: ComponentCache;

  constructor(private readonly callers: readonly CallerClass[]) {
    this.components = new ComponentCache((key, atoms) => callerValues(key, callers, atoms));
  }

  differs(question: Question): boolean {
    const { space, gained, lost } = this.solution(question);
    return gained.length + lost.length + space.incompleteKeys.size > 0 || space.diagrams.isExhausted;
  }

  solve(pair: Pair): AccessChange[] {
    const { space, gained, lost } = this.solution(pair);
    this.incomplete.push(...space.incompleteKeys);
    if (space.diagrams.isExhausted) {
      this.incomplete.push(...pair.actions.map((action) => `${pair.caller.text} ${action}`));
      return [];
    }
    return [
      ...gained.flatMap((term) => this.toChanges('gained', pair, term, space)),
      ...lost.flatMap((term) => this.toChanges('lost', pair, term, space)),
    ];
  }

  private solution(question: Question): Solution {
    const key = `${callerId(question.caller, this.callerKeys(question))}|${question.key}`;
    let solution = this.solutions.get(key);
    if (solution === undefined) {
      solution = this.findSolution(question);
      this.solutions.set(key, solution);
    }
    return solution;
  }

  /** The caller matters to a solution only where its own account or ARN is asked for. */
  private callerKeys({ key, old, now }: Question): readonly string[] {
    let keys = this.asked.get(key);
    if (keys === undefined) {
      keys = [...new Set(atomsOf(old, now).flatMap((atom) => [atom.key, ...atom.variables]))].filter(isCallerKey);
      this.asked.set(key, keys);
    }
    return keys;
  }

  /** Each solution has a space of its own: only the demands that these two accesses make are told apart in it. */
  private findSolution({ caller, old, now }: Question): Solution {
    const atoms = atomsOf(old, now);
    const space = new ConditionSpace(atoms, this.components);
    for (const atom of atoms) {
      space.literal(atom); // so that the keys exist with which the caller is to be consistent
    }
    const possible = space.constrain(this.consistency(caller));
    return { space, gained: findGains(old, now, space, possible), lost: findGains(now, old, space, possible) };
  }

  private toChanges(
    change: AccessChange['change'],
    { caller, actions }: Pair,
    term: ChangeTerm,
    space: ConditionSpace,
  ): AccessChange[] {
    const isReadable = caller.caller !== undefined && term.isReadable;
    const isConsistent = this.consistency(caller);
    return actions.map((action) => {
      const isCertain = isReadable && isActionName(action);
      return {
        change,
        caller,
        action,
        term,
        isCertain,
        get witness() {
          const example = isCertain ? space.example(term.region, isConsistent) : undefined;
          return example === undefined ? undefined : toWitness(caller, action, example);
        },
      };
    });
  }

  private consistency(caller: CallerClass): Consistency {
    let known = this.consistencies.get(caller);
    if (known === undefined) {
      known = consistencyOf(caller, this.callers);
      this.consistencies.set(caller, known);
    }
    return known;
  }
}

function atomsOf(...accesses: readonly Access[]) {
  return accesses.flatMap(clausesOf).flatMap(({ atoms }) => atoms);
}

function clausesOf({ denies, direct, role, iam }: Access): readonly Clause[] {
  return [...denies, ...direct, ...role, ...iam];
}

/** Equal for accesses that are written alike. */
function describe({ denies, direct, role, iam }: Access): string {
  return JSON.stringify([denies, direct, role, iam].map((clauses) => [...new Set(clauses.map(({ id }) => id))].sort()));
}

function toWitness(caller: CallerClass, action: string, values: Values): Witness {
  const { [RESOURCE_KEY]: resource, ...rest } = values;
  const context = Object.fromEntries(
    Object.entries(rest).flatMap(([key, list]) => (list === undefined ? [] : [[key, list] as const])),
  );
  return {
    principal: principalOf(caller, context),
    action,
    context,
    ...(resource?.[0] !== undefined && { resource: resource[0] }),
  };
}

/** A caller without a name takes the one that the context gives it. */
function principalOf(own: CallerClass, context: Witness['context']): string {
  const { caller } = own;
  if (caller === undefined || !('account' in caller)) {
    return caller?.kind === 'service' ? caller.name : '';
  }
  const named = isAnonymous(own) ? context['aws:principalarn']?.[0] : undefined;
  return named ?? caller.sessionArn ?? caller.arn;
}
