import type { Evidence } from './evaluateSources.js';
import { findKeyRefusal } from './keyRefusal.js';
import { isNamed } from './matchPrincipal.js';
import type { DecisionWord } from './simulation.js';
import { and, or, type Tri } from './tri.js';

/** The answers to the questions of 1.a that the decision and its proof are made of. */
export interface Weighed {
  readonly decision: DecisionWord;
  readonly deny: Tri;
  /** Whether every guardrail and the endpoint policy allow. */
  readonly guardrails: Tri;
  /** Whether key policy, identity policies and grants come to an Allow. */
  readonly access: Tri;
  readonly refusal: (() => string) | undefined;
}

/** Weighs what the sources say against each other (kms-facts 1.a): explicit denials first, then limits, then access. */
export function weigh(evidence: Evidence): Weighed {
  const { policies, action, simulation } = evidence;
  const deny = Object.values(policies).reduce<Tri>((result, outcome) => or(result, outcome.deny), 'no');
  const guardrails = [policies.scps, policies.rcps, policies.endpointPolicy].reduce<Tri>(
    (result, outcome) => and(result, isNamed(outcome.allow)),
    'yes',
  );
  const access = accessOf(evidence);
  const refusal = action === undefined ? undefined : findKeyRefusal(action, simulation.key);
  const allow = refusal === undefined ? and(guardrails, access) : 'no';
  const rest = { deny, guardrails, access, refusal };
  if (deny === 'yes') {
    return { decision: 'explicitDeny', ...rest };
  }
  if (deny === 'no' && allow !== 'unknown') {
    return { decision: allow === 'yes' ? 'allowed' : 'implicitDeny', ...rest };
  }
  return { decision: allow !== 'no' && isDelegated(evidence) ? 'delegatedToIam' : 'unknown', ...rest };
}

/** Steps 3 to 6 of kms-facts 1.a, for a caller of whatever account. */
function accessOf(evidence: Evidence): Tri {
  const { isIamOnly, isSameAccount, simulation } = evidence;
  if (isIamOnly) {
    return iamOnlyAccess(evidence);
  }
  const { caller } = simulation;
  if (caller.kind === 'service') {
    return ownAccess(evidence.policies, evidence.grants);
  }
  switch (isSameAccount) {
    case 'yes':
      return sameAccountAccess(evidence);
    case 'no':
      return foreignAccess(evidence);
    case 'unknown': {
      const atHome = sameAccountAccess(evidence);
      return atHome === foreignAccess(evidence) ? atHome : 'unknown';
    }
  }
}

/** What identity policies come to within boundary and session policies. */
function iamAllow({ policies }: Evidence): Tri {
  return and(isNamed(policies.identityPolicies.allow), withinLimits(policies));
}

function withinLimits({ boundary, sessionPolicies }: Evidence['policies']): Tri {
  return and(isNamed(boundary.allow), isNamed(sessionPolicies.allow));
}

/**
 * A role that the key policy names is bound by the implicit denials of its boundary and session policies; a user, a
 * session and everyone (`*`) are not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
function sameAccountAccess(evidence: Evidence): Tri {
  const { policies, grants } = evidence;
  const delegated = or(policies.keyPolicy.allow.asAccount, grants.allow.asAccount);
  return or(ownAccess(policies, grants), and(delegated, iamAllow(evidence)));
}

/** What key policy and grants allow the caller without any identity policy. */
function ownAccess(policies: Evidence['policies'], grants: Evidence['grants']): Tri {
  const { directly, asRole } = policies.keyPolicy.allow;
  return or(directly, or(and(asRole, withinLimits(policies)), grants.allow.directly));
}

/**
 * Both accounts must allow, and the operation must be one that works across accounts. Whether a grant alone is enough is
 * not settled by the guide (kms-facts 1.a, notes): without an Allow on the caller's side it leaves the answer open.
 */
function foreignAccess(evidence: Evidence): Tri {
  const { policies, grants, action, simulation } = evidence;
  if (action?.crossAccount !== true) {
    return 'no';
  }
  if (simulation.caller.kind === 'anonymous') {
    return policies.keyPolicy.allow.directly;
  }
  const allowedThere = iamAllow(evidence);
  const byGrant = and(isNamed(grants.allow), or(allowedThere, 'unknown'));
  return or(and(isNamed(policies.keyPolicy.allow), allowedThere), byGrant);
}

/**
 * Operations that a key policy cannot allow (kms-facts section 6). To retire a grant its own principals need no more than
 * the grant, and for anybody else an Allow is not enough to tell (section 12).
 */
function iamOnlyAccess(evidence: Evidence): Tri {
  const { action, grants, isSameAccount } = evidence;
  const allowed = iamAllow(evidence);
  if (action?.name === 'RetireGrant') {
    return or(grants.allow.directly, and(allowed, 'unknown'));
  }
  return action?.resources.length === 0 ? allowed : and(isSameAccount, allowed);
}

/**
 * The key policy leaves the decision to the identity policies of the caller's account, which are not told; nothing
 * definite stands against them, and nothing else lets the caller in already.
 */
function isDelegated(evidence: Evidence): boolean {
  const { policies, grants, isIamOnly, isSameAccount, unknownSources } = evidence;
  const { keyPolicy } = policies;
  return (
    !isIamOnly &&
    unknownSources.has('identityPolicies') &&
    keyPolicy.allow.asAccount === 'yes' &&
    withinLimits(policies) !== 'no' &&
    (isSameAccount === 'no' || ownAccess(policies, grants) !== 'yes')
  );
}
