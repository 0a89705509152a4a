import * as l10n from '@vscode/l10n';
import type { AppliedStatement } from './evaluatePolicies.js';
import { type Evidence, POLICY_SOURCES, type PolicySource } from './evaluateSources.js';
import { isNamed } from './matchPrincipal.js';
import { missingFacts } from './missingFacts.js';
import { grantReason, plainReason, sourceName, statementReason } from './reasons.js';
import type { Reason, Verdict } from './simulation.js';
import { or } from './tri.js';
import type { Weighed } from './weigh.js';

const GUARDRAILS = ['scps', 'rcps', 'endpointPolicy'] as const;
const LIMITS = ['boundary', 'sessionPolicies'] as const;

/** The proof of a decision, in the order in which KMS takes its steps, and what a definite one would need to know. */
export function explain(evidence: Evidence, weighed: Weighed): Pick<Verdict, 'because' | 'missing'> {
  if (weighed.decision === 'explicitDeny') {
    return { because: denials(evidence, 'yes'), missing: [] };
  }
  const isOpen = weighed.decision === 'unknown' || weighed.decision === 'delegatedToIam';
  const because = [
    ...(isOpen ? denials(evidence, 'unknown') : []),
    ...GUARDRAILS.flatMap((source) => limitReasons(evidence, source, weighed)),
    ...refusals(evidence, weighed),
    ...evidence.grants.applied.map((applied) => grantReason(applied, evidence.simulation.action)),
    ...keyPolicyReasons(evidence, weighed),
    ...identityReasons(evidence, weighed),
  ];
  const missing = isOpen ? missingFacts(evidence, weighed) : [];
  return { because: [...because, ...missing.flatMap((name) => unknownMember(name, evidence))], missing };
}

function denials({ policies, simulation }: Evidence, outcome: 'yes' | 'unknown'): Reason[] {
  return POLICY_SOURCES.flatMap((source) =>
    policies[source].applied
      .filter((applied) => applied.effect === 'Deny' && applied.outcome === outcome)
      .map((applied) => statementReason(source, applied, simulation.action)),
  );
}

/** Policies that limit are worth a word when they are told: their Allow in an Allow, their silence in a denial. */
function limitReasons(evidence: Evidence, source: PolicySource, { decision }: Weighed): Reason[] {
  const outcome = evidence.policies[source];
  const allow = isNamed(outcome.allow);
  if (allow === 'no') {
    return silent(evidence, source);
  }
  return decision === 'allowed' || allow === 'unknown' ? allowReasons(evidence, source, outcome.applied) : [];
}

function allowReasons({ simulation }: Evidence, source: PolicySource, applied: readonly AppliedStatement[]): Reason[] {
  return applied
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => statementReason(source, statement, simulation.action));
}

/** Nothing allows: the statements that nearly do, or that there are none. */
function silent({ policies, simulation }: Evidence, source: PolicySource): Reason[] {
  const { action } = simulation;
  const missed = policies[source].missed.map((statement) => statementReason(source, statement, action));
  return missed.length > 0
    ? missed
    : [plainReason(source, 'silent', () => l10n.t('Nothing in the {0} allows "{1}".', sourceName(source), action))];
}

function refusals({ isSameAccount, isIamOnly, action, simulation }: Evidence, { refusal, access }: Weighed): Reason[] {
  const reasons: Reason[] = [];
  if (refusal !== undefined) {
    reasons.push(plainReason('key', 'refuses', refusal));
  }
  const isForeign = isSameAccount === 'no' && simulation.caller.kind !== 'service';
  if (isForeign && !isIamOnly && action?.crossAccount !== true && access === 'no') {
    reasons.push(
      plainReason('account', 'refuses', () =>
        l10n.t('"{0}" does not work on a key of another account.', simulation.action),
      ),
    );
  }
  return reasons;
}

/** An Allow decides by whoever it names most closely; where access is open, every Allow that may apply is of interest. */
function keyPolicyReasons(evidence: Evidence, { decision }: Weighed): Reason[] {
  const { policies, isIamOnly, isSameAccount, unknownSources, grants } = evidence;
  if (isIamOnly || unknownSources.has('keyPolicy')) {
    return [];
  }
  const { applied, allow } = policies.keyPolicy;
  const isOwn = isSameAccount !== 'no' && isNamed({ ...allow, asAccount: 'no' }) === 'yes';
  const deciding = isOwn && decision === 'allowed' ? applied.filter((item) => namesClosely(item, evidence)) : applied;
  const reasons = allowReasons(evidence, 'keyPolicy', deciding);
  return reasons.length === 0 && grants.applied.length === 0 ? silent(evidence, 'keyPolicy') : reasons;
}

function namesClosely({ compiled }: AppliedStatement, { simulation }: Evidence): boolean {
  return isNamed({ ...compiled.principal(simulation.caller), asAccount: 'no' }) === 'yes';
}

/**
 * Identity policies count where key policy or grants leave it to them, for foreign keys, and for operations without a
 * key; their limits count for a role that is named too.
 */
function identityReasons(evidence: Evidence, weighed: Weighed): Reason[] {
  const { policies, grants, isIamOnly, isSameAccount, simulation } = evidence;
  const isPerson = 'account' in simulation.caller;
  const isOwn = isSameAccount === 'yes' && !isIamOnly;
  const isLetIn = isOwn && policies.keyPolicy.allow.directly === 'yes';
  const isGranted = grants.allow.directly === 'yes' && (isOwn || isIamOnly);
  if (isLetIn || isGranted || (!isPerson && !isIamOnly)) {
    return [];
  }
  const { allow, applied } = policies.identityPolicies;
  const isDelegated = or(policies.keyPolicy.allow.asAccount, grants.allow.asAccount) !== 'no';
  const reasons: Reason[] = [];
  if (!isOwn || (isDelegated && policies.keyPolicy.allow.asRole !== 'yes')) {
    const isSilent = isNamed(allow) === 'no';
    reasons.push(
      ...(isSilent ? silent(evidence, 'identityPolicies') : allowReasons(evidence, 'identityPolicies', applied)),
    );
  }
  return [...reasons, ...LIMITS.flatMap((source) => limitReasons(evidence, source, weighed))];
}

function unknownMember(name: string, { unknownSources }: Evidence): Reason[] {
  const source = [...unknownSources].find((candidate) => candidate === name);
  if (source === undefined) {
    return [];
  }
  return [plainReason(source, 'unknown', () => l10n.t('Nothing is known of the {0}.', sourceName(source)))];
}
