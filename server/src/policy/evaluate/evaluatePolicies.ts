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

/** A statement that applies to a request, or may, or (`no`) would but for its conditions. */
export interface AppliedStatement {
  readonly policy: NamedPolicy;
  readonly compiled: CompiledStatement;
  readonly effect: 'Allow' | 'Deny';
  readonly outcome: Tri;
  readonly context: RequestContext;
}

/** What policies of one kind say together. */
export interface PolicyOutcome {
  readonly deny: Tri;
  /** Whether an Allow applies, by the way in which it names the caller; all are `directly` without a principal. */
  readonly allow: Naming;
  /** The statements that apply, or may. */
  readonly applied: readonly AppliedStatement[];
  /** The Allows that fail by their conditions only: what a denial is explained with. */
  readonly missed: readonly AppliedStatement[];
}

/** Nothing is known of the policies: they could say anything. */
export const UNKNOWN_POLICIES: PolicyOutcome = {
  deny: 'unknown',
  allow: { directly: 'unknown', asRole: 'no', asAccount: 'no' },
  applied: [],
  missed: [],
};

/** There is nothing of the kind, and so nothing that limits. */
export const NO_LIMIT: PolicyOutcome = {
  deny: 'no',
  allow: { directly: 'yes', asRole: 'no', asAccount: 'no' },
  applied: [],
  missed: [],
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
  const missed: AppliedStatement[] = [];
  for (const policy of policies) {
    for (const compiled of policy.statements ?? compiledStatements(policy.policy)) {
      const { effect } = compiled.statement;
      if (effect === undefined) {
        continue;
      }
      const naming = hasPrincipals ? compiled.principal(question.caller) : UNNAMED;
      const basis = isNamed(naming) === 'no' ? 'no' : matchBasis(compiled, question);
      if (basis === 'no') {
        continue;
      }
      const matched = matchConditions(compiled, question, basis);
      if (matched === 'no') {
        if (effect === 'Allow') {
          missed.push({ policy, compiled, effect, outcome: 'no', context: question.context });
        }
        continue;
      }
      const outcome = and(isNamed(naming), matched);
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
  return { deny, allow: { directly, asRole, asAccount }, applied, missed };
}

function matchBasis({ action, resource }: CompiledStatement, question: Question): Tri {
  const outcome = action(question.lowerCaseAction);
  return outcome === 'no' ? 'no' : and(outcome, resource(question.resource, question.context));
}

/** What cannot match is not asked further. */
function matchConditions({ conditions }: CompiledStatement, { context }: Question, basis: Tri): Tri {
  let outcome = basis;
  for (const { matches } of conditions) {
    outcome = and(outcome, matches(context));
    if (outcome === 'no') {
      return 'no';
    }
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
  const missed: AppliedStatement[] = [];
  for (const level of levels) {
    const outcome = evaluatePolicies(level, question, hasPrincipals);
    deny = or(deny, outcome.deny);
    directly = and(directly, isNamed(outcome.allow));
    applied.push(...outcome.applied);
    missed.push(...outcome.missed);
  }
  return { deny, allow: { directly, asRole: 'no', asAccount: 'no' }, applied, missed };
}
