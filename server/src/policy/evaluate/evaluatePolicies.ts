import { type CompiledStatement, compiledStatements } from './compiledPolicy.js';
import { isNamed, type Naming } from './matchPrincipal.js';
import type { RequestResource } from './matchResource.js';
import type { RequestContext } from './request.js';
import type { Caller, NamedPolicy } from './simulation.js';
import { and, or, type Tri } from './tri.js';

/** What every policy is asked. */
export interface Question {
  readonly caller: Caller;
  readonly lowerCaseAction: string;
  readonly resource: RequestResource;
  readonly context: RequestContext;
}

/** A statement that applies to a request, or may. */
export interface AppliedStatement {
  readonly policy: NamedPolicy;
  readonly compiled: CompiledStatement;
  readonly effect: 'Allow' | 'Deny';
  readonly outcome: 'yes' | 'unknown';
  readonly context: RequestContext;
}

/** What policies of one kind say together. */
export interface PolicyOutcome {
  readonly deny: Tri;
  /** Whether an Allow applies, by the way in which it names the caller; all are `directly` without a principal. */
  readonly allow: Naming;
  readonly applied: readonly AppliedStatement[];
}

/** Nothing is known of the policies: they could say anything. */
export const UNKNOWN_POLICIES: PolicyOutcome = {
  deny: 'unknown',
  allow: { directly: 'unknown', asRole: 'no', asAccount: 'no' },
  applied: [],
};

/** There is nothing of the kind, and so nothing that limits. */
export const NO_LIMIT: PolicyOutcome = {
  deny: 'no',
  allow: { directly: 'yes', asRole: 'no', asAccount: 'no' },
  applied: [],
};

const UNNAMED: Naming = { directly: 'yes', asRole: 'no', asAccount: 'no' };

/**
 * Asks policies that are united: one Allow among them is enough, and so is one Deny. `hasPrincipals`: the policies name
 * principals, as those of a resource do; those of an identity speak of whoever they are attached to.
 */
export function evaluatePolicies(
  policies: readonly NamedPolicy[],
  question: Question,
  hasPrincipals: boolean,
): PolicyOutcome {
  let deny: Tri = 'no';
  let directly: Tri = 'no';
  let asRole: Tri = 'no';
  let asAccount: Tri = 'no';
  const applied: AppliedStatement[] = [];
  for (const policy of policies) {
    for (const compiled of policy.statements ?? compiledStatements(policy.policy)) {
      const { effect } = compiled.statement;
      if (effect === undefined) {
        continue;
      }
      const naming = hasPrincipals ? compiled.principal(question.caller) : UNNAMED;
      const named = isNamed(naming);
      const matched = named === 'no' ? 'no' : matchRest(compiled, question);
      const outcome = and(named, matched);
      if (outcome === 'no') {
        continue;
      }
      applied.push({ policy, compiled, effect, outcome, context: question.context });
      if (effect === 'Deny') {
        deny = or(deny, outcome);
      } else {
        directly = or(directly, and(naming.directly, matched));
        asRole = or(asRole, and(naming.asRole, matched));
        asAccount = or(asAccount, and(naming.asAccount, matched));
      }
    }
  }
  return { deny, allow: { directly, asRole, asAccount }, applied };
}

/** Everything but the principal; what cannot match is not asked further. */
function matchRest({ action, resource, conditions }: CompiledStatement, question: Question): Tri {
  let outcome = action(question.lowerCaseAction);
  if (outcome === 'no') {
    return 'no';
  }
  outcome = and(outcome, resource(question.resource, question.context));
  for (const { matches } of conditions) {
    if (outcome === 'no') {
      return 'no';
    }
    outcome = and(outcome, matches(question.context));
  }
  return outcome;
}

/** Guardrails come in levels, each of which must allow; a Deny of any of them counts. */
export function evaluateLevels(
  levels: readonly (readonly NamedPolicy[])[],
  question: Question,
  hasPrincipals: boolean,
): PolicyOutcome {
  let deny: Tri = 'no';
  let directly: Tri = 'yes';
  const applied: AppliedStatement[] = [];
  for (const level of levels) {
    const outcome = evaluatePolicies(level, question, hasPrincipals);
    deny = or(deny, outcome.deny);
    directly = and(directly, isNamed(outcome.allow));
    applied.push(...outcome.applied);
  }
  return { deny, allow: { directly, asRole: 'no', asAccount: 'no' }, applied };
}
