import type { Access, Clause } from './accessMap.js';
import type { Atom } from './atoms.js';
import { isCallerKey } from './callerKeys.js';
import { isPairKey } from './candidates.js';
import type { ConditionSpace } from './conditionSpace.js';
import { type Diagram, Diagrams } from './diagrams.js';

/**
 * By what a caller has access, the best first. `direct`: the key policy names it, or everyone. `role`: it names the role
 * of its session, so that boundary and session policies limit it. `iam`: IAM policies of its account decide. `grant`:
 * none of these, but no Deny stands in the way of a grant.
 */
export type AccessWay = 'direct' | 'role' | 'iam' | 'grant';

/** Under which conditions one policy gives a caller what the other does not. */
export interface ChangeTerm {
  readonly way: AccessWay;
  /** All of these are met ... */
  readonly when: readonly Atom[];
  /** ... and none of these is met in all its parts. */
  readonly unless: readonly (readonly Atom[])[];
  /** What the other policy gives there: nothing, access of a lesser way, or now the one and now the other. */
  readonly otherwise: 'none' | 'lesser' | 'some';
  /** The statement that gives it; undefined when a Deny that is gone is all of it. */
  readonly source: Clause | undefined;
  /** True when all conditions are known before deployment. */
  readonly isReadable: boolean;
  /** The requests for which it holds. */
  readonly region: Diagram;
}

/**
 * What `richer` gives beyond `poorer`, exactly: the terms together hold for the requests for which the way of access is
 * better, and for no other. A Deny that is missing in `richer` counts as a reason of its own.
 *
 * @param possible the requests that the caller can make at all
 */
export function findGains(poorer: Access, richer: Access, space: ConditionSpace, possible: Diagram): ChangeTerm[] {
  const { diagrams } = space;
  if (richer.direct.length + richer.role.length + richer.iam.length + poorer.denies.length === 0) {
    return [];
  }
  const denied = oneOf(space, poorer.denies);
  const reachable = diagrams.and(diagrams.not(denied), oneOf(space, [...poorer.direct, ...poorer.role, ...poorer.iam]));
  const terms: ChangeTerm[] = [];
  let covered = Diagrams.NEVER;
  const add = (way: AccessWay, source: Clause | undefined, atoms: readonly Atom[], barriers: readonly Clause[]) => {
    const region = diagrams.all([allOf(space, atoms), diagrams.not(oneOf(space, barriers)), possible]);
    if (diagrams.implies(region, covered)) {
      return;
    }
    covered = diagrams.or(covered, region);
    const otherwise = !diagrams.implies(region, reachable)
      ? diagrams.and(region, reachable) === Diagrams.NEVER
        ? 'none'
        : 'some'
      : 'lesser';
    const { when, unless } = simplify(space, atoms, barriers, region, possible);
    const isReadable = [when, ...unless].flat().every((atom) => atom.isReadable);
    terms.push({ way, source, otherwise, region, when, unless, isReadable });
  };
  const alternatives: readonly (readonly [AccessWay, readonly Clause[], readonly Clause[]])[] = [
    ['direct', richer.direct, poorer.direct],
    ['role', richer.role, [...poorer.direct, ...poorer.role]],
    ['iam', richer.iam, [...poorer.direct, ...poorer.role, ...poorer.iam]],
  ];
  for (const [way, sources, had] of alternatives) {
    for (const source of byLength(sources)) {
      add(way, source, source.atoms, [...richer.denies, ...had]);
      for (const cause of poorer.denies) {
        add(way, source, [...source.atoms, ...cause.atoms], richer.denies);
      }
    }
  }
  for (const cause of byLength(poorer.denies)) {
    add('grant', undefined, cause.atoms, [...richer.denies, ...richer.direct, ...richer.role, ...richer.iam]);
  }
  return terms;
}

/** "The request meets all that the clause demands", for any of the clauses. */
function oneOf(space: ConditionSpace, clauses: readonly Clause[]): Diagram {
  return space.diagrams.any(clauses.map(({ atoms }) => allOf(space, atoms)));
}

function allOf(space: ConditionSpace, atoms: readonly Atom[]): Diagram {
  return space.diagrams.all(atoms.map((atom) => space.literal(atom)));
}

function byLength(clauses: readonly Clause[]): Clause[] {
  return [...clauses].sort((a, b) => a.atoms.length - b.atoms.length);
}

/** Leaves out, from both lists, what changes nothing: the region stays the same. */
function simplify(
  space: ConditionSpace,
  atoms: readonly Atom[],
  barriers: readonly Clause[],
  region: Diagram,
  possible: Diagram,
): Pick<ChangeTerm, 'when' | 'unless'> {
  const { diagrams } = space;
  let when = [...new Map(atoms.map((atom) => [atom.id, atom])).values()];
  let unless = [...new Map(barriers.map((clause) => [clause.id, clause.atoms])).values()];
  const isSame = (some: readonly Atom[], others: readonly (readonly Atom[])[]) => {
    const barrier = diagrams.any(others.map((parts) => allOf(space, parts)));
    return diagrams.all([allOf(space, some), diagrams.not(barrier), possible]) === region;
  };
  for (const parts of unless.toReversed()) {
    const fewer = unless.filter((item) => item !== parts);
    if (isSame(when, fewer)) {
      unless = fewer;
    }
  }
  for (const atom of when.toReversed()) {
    const others = when.filter((item) => item !== atom);
    // Only a demand that something else speaks of too can follow from the rest.
    const isTied =
      isCallerKey(atom.key) ||
      atom.variables.length > 0 ||
      [others, ...unless].flat().some((item) => isTiedTo(item, atom));
    if (isTied && isSame(others, unless)) {
      when = others;
    }
  }
  return { when, unless: unless.map((parts) => withoutImplied(space, parts, when)) };
}

function isTiedTo({ key, variables }: Atom, atom: Atom): boolean {
  return key === atom.key || variables.includes(atom.key) || (isPairKey(key) && isPairKey(atom.key));
}

/** The parts of a barrier that what is demanded already does not settle. */
function withoutImplied(space: ConditionSpace, parts: readonly Atom[], when: readonly Atom[]): readonly Atom[] {
  const demanded = allOf(space, when);
  const open = parts.filter((atom) => !space.diagrams.implies(demanded, space.literal(atom)));
  return open.length === 0 ? parts : open;
}
