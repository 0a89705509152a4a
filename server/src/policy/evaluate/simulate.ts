import { evaluateSources } from './evaluateSources.js';
import { explain } from './explain.js';
import type { Simulation, Verdict } from './simulation.js';
import { weigh } from './weigh.js';

/**
 * Decides a request by all that decides it: key policy, identity policies with boundary and session policies, guardrails,
 * endpoint policy, grants, and the key itself, in the order of kms-facts 1.a. What is left out of the simulation is
 * unknown, and a decision is definite only when nothing that is left out could turn it; facts about the key (state, spec)
 * are asked only where they are told. Pure.
 *
 * For an operation that needs two resources (an alias and its key, two keys) the answer is about the one that is asked for.
 */
export function simulate(simulation: Simulation): Verdict {
  const evidence = evaluateSources(simulation);
  const weighed = weigh(evidence);
  return { decision: weighed.decision, ...explain(evidence, weighed) };
}
