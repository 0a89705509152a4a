import { getKmsAction, type KmsAction } from '../../knowledge/kmsActions.js';
import { parseArn } from '../arn.js';
import { contextInKeyPolicy, deriveContext } from './derivedContext.js';
import { evaluateGrants, type GrantsOutcome, NO_GRANTS, UNKNOWN_GRANTS } from './evaluateGrants.js';
import {
  evaluateLevels,
  evaluatePolicies,
  NO_LIMIT,
  type PolicyOutcome,
  type Question,
  UNKNOWN_POLICIES,
} from './evaluatePolicies.js';
import type { RequestResource } from './matchResource.js';
import type { Caller, KeyFacts, NamedPolicy, Simulation } from './simulation.js';
import { type Tri, toTri } from './tri.js';

/** Members of a simulation that hold policies, in the order in which they are asked. */
export const POLICY_SOURCES = [
  'keyPolicy',
  'identityPolicies',
  'boundary',
  'sessionPolicies',
  'scps',
  'rcps',
  'endpointPolicy',
] as const;
export type PolicySource = (typeof POLICY_SOURCES)[number];

/** What each source says of a request, before they are weighed against each other. */
export interface Evidence {
  readonly simulation: Simulation;
  readonly question: Question;
  /** Undefined for a name that is no KMS action. */
  readonly action: KmsAction | undefined;
  /** Whether the key policy and grants have a say: an operation without a key, and one on an alias, is IAM's alone. */
  readonly isIamOnly: boolean;
  /** Whether the caller is of the key's account; `unknown` while the key's account is. */
  readonly isSameAccount: Tri;
  readonly policies: Readonly<Record<PolicySource, PolicyOutcome>>;
  readonly grants: GrantsOutcome;
  /** Members that nothing is known of, though they could change the decision. */
  readonly unknownSources: ReadonlySet<PolicySource | 'grants'>;
}

/** The root user has no policies of its own, but all of its account's power (kms-facts 1.a, notes). */
const ALL_POWER: PolicyOutcome = NO_LIMIT;
/** There is nothing of the kind, and so nothing that allows. */
const NO_ALLOW: PolicyOutcome = { ...NO_LIMIT, allow: { directly: 'no', asRole: 'no', asAccount: 'no' } };

/** Asks every source of a simulation. */
export function evaluateSources(simulation: Simulation): Evidence {
  const { caller, key } = simulation;
  const action = getKmsAction(simulation.action);
  const context = deriveContext(simulation);
  const resource = resourceOf(action, key, caller);
  const question: Question = { caller, lowerCaseAction: simulation.action.toLowerCase(), resource, context };
  const isIamOnly =
    action?.policy === 'iam' || action?.policy === 'internal' || (action?.policy === 'both' && isAlias(resource));
  const unknownSources = new Set<PolicySource | 'grants'>();
  const ask = (source: PolicySource, hasPrincipals: boolean, context = question.context): PolicyOutcome => {
    const given = simulation[source];
    if (given === undefined) {
      unknownSources.add(source);
      return UNKNOWN_POLICIES;
    }
    if (given === null || isEmptyList(given)) {
      return source === 'identityPolicies' ? NO_ALLOW : NO_LIMIT;
    }
    const asked = context === question.context ? question : { ...question, context };
    return isLevels(given)
      ? evaluateLevels(given, asked, hasPrincipals)
      : evaluatePolicies('policy' in given ? [given] : given, asked, hasPrincipals);
  };
  const isPerson = 'account' in caller;
  const hasIdentity = isPerson && caller.kind !== 'root';
  const isServiceLinked = isServiceLinkedRole(caller);
  const ofIdentity = (source: PolicySource, otherwise: PolicyOutcome) => (hasIdentity ? ask(source, false) : otherwise);
  return {
    simulation,
    question,
    action,
    isIamOnly,
    isSameAccount: isSameAccount(caller, key),
    policies: {
      keyPolicy: isIamOnly ? NO_ALLOW : ask('keyPolicy', true, contextInKeyPolicy(context)),
      identityPolicies: ofIdentity('identityPolicies', isPerson ? ALL_POWER : NO_ALLOW),
      boundary: ofIdentity('boundary', NO_LIMIT),
      sessionPolicies: ofIdentity('sessionPolicies', NO_LIMIT),
      scps: isPerson && !isServiceLinked ? ask('scps', false) : NO_LIMIT,
      rcps: isServiceLinked || key.manager === 'AWS' ? NO_LIMIT : ask('rcps', true),
      endpointPolicy: simulation.endpointPolicy === undefined ? NO_LIMIT : ask('endpointPolicy', true),
    },
    grants: askGrants(simulation, action, question, unknownSources),
    unknownSources,
  };
}

function askGrants(
  { grants, caller }: Simulation,
  action: KmsAction | undefined,
  { context }: Question,
  unknownSources: Set<PolicySource | 'grants'>,
): GrantsOutcome {
  if (caller.kind === 'anonymous' || action?.grantable !== true) {
    return NO_GRANTS;
  }
  if (grants === undefined) {
    unknownSources.add('grants');
    return UNKNOWN_GRANTS;
  }
  return evaluateGrants(grants, { caller, operation: action.name, context });
}

type Given = NonNullable<Simulation[PolicySource]>;

function isEmptyList(given: Given): boolean {
  return Array.isArray(given) && given.length === 0;
}

function isLevels(given: Given): given is readonly (readonly NamedPolicy[])[] {
  return Array.isArray(given) && Array.isArray(given[0]);
}

function isAlias({ arn }: RequestResource): boolean {
  return arn !== undefined && parseArn(arn)?.resource.startsWith('alias/') === true;
}

/**
 * IAM knows a key by its ARN only. Operations without a key are asked for on everything of the account, which `*` and
 * `arn:aws:kms:REGION:ACCOUNT:*` cover (kms-facts section 5).
 */
function resourceOf(action: KmsAction | undefined, key: KeyFacts, caller: Caller): RequestResource {
  const isKeyless = action?.resources.length === 0;
  if (!isKeyless && key.arn !== undefined) {
    return { arn: key.arn };
  }
  // No request crosses partitions.
  const own = parseArn('arn' in caller ? caller.arn : '');
  const account = isKeyless ? own?.account : key.account;
  return {
    parts: {
      ...(own !== undefined && { partition: own.partition }),
      ...(key.region !== undefined && { region: key.region }),
      ...(account !== undefined && { account }),
      type: isKeyless ? '*' : 'key/',
    },
  };
}

function isSameAccount(caller: Caller, key: KeyFacts): Tri {
  if (!('account' in caller)) {
    return 'no';
  }
  const account = key.account ?? parseArn(key.arn ?? '')?.account;
  return account === undefined ? 'unknown' : toTri(account === caller.account);
}

/** Guardrails of an organization do not bind roles that a service made for itself. */
function isServiceLinkedRole(caller: Caller): boolean {
  return 'arn' in caller && caller.arn.includes(':role/aws-service-role/');
}
