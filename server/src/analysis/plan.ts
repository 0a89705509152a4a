import type { PolicyKind } from '../../../protocol/src/vocabulary.js';
import type { Rule } from '../rules/rule.js';
import type { DocumentSettings } from './analysis.js';

/** The rules that are asked about policies of one kind under one set of settings. */
export interface Plan {
  /** Asked about the whole policy, in each version. */
  readonly wholePolicy: readonly Rule[];
  /** Asked about each statement, once. */
  readonly statements: readonly Rule[];
  /** Asked when all others have answered. */
  readonly last: readonly Rule[];
  /** Ids of all of these. */
  readonly heard: ReadonlySet<string>;
}

/**
 * Makes a function that finds the rules to ask. Its answers are kept as long as the settings, so that a keystroke does not
 * pay for every rule there is.
 */
export function createPlanner(
  rules: readonly Rule[],
): (settings: DocumentSettings, kind: PolicyKind | 'unknown') => Plan {
  const plans = new WeakMap<DocumentSettings, Map<string, Plan>>();
  return (settings, kind) => {
    const known = plans.get(settings) ?? new Map<string, Plan>();
    plans.set(settings, known);
    const plan = known.get(kind) ?? makePlan(rules, settings, kind);
    known.set(kind, plan);
    return plan;
  };
}

function makePlan(rules: readonly Rule[], { levels }: DocumentSettings, kind: PolicyKind | 'unknown'): Plan {
  const asked = rules.filter(
    ({ id, kinds, defaultLevel }) =>
      (levels[id] ?? defaultLevel) !== 'off' && (kinds === undefined || (kind !== 'unknown' && kinds.includes(kind))),
  );
  return {
    wholePolicy: asked.filter(({ scope, runsLast }) => scope !== 'statement' && runsLast !== true),
    statements: asked.filter(({ scope }) => scope === 'statement'),
    last: asked.filter(({ runsLast }) => runsLast === true),
    heard: new Set(asked.map(({ id }) => id)),
  };
}
