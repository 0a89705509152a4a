import { findKeySpec } from '../../knowledge/keySpecs.js';
import { getKmsAction } from '../../knowledge/kmsActions.js';
import { isRefusedInKeyPolicy } from '../../knowledge/kmsConditionKeys.js';
import { parseArn } from '../arn.js';
import { ABSENT, type ContextValue, present, type RequestContext, UNKNOWN } from './request.js';
import type { Caller, KeyFacts } from './simulation.js';

/** The facts that condition keys follow from. */
interface Facts {
  readonly caller: Caller;
  readonly key: KeyFacts;
  /** False for operations without a key, whose requests carry no property of one (kms-facts section 7). */
  readonly isAboutKey: boolean;
}

/** Undefined: the facts say nothing, and what the request says stands. */
type Derivation = (facts: Facts) => ContextValue | undefined;

/**
 * The request's context with the keys that follow for certain from the caller and the key. What the request says itself
 * always wins; a property of the key that was not told is unknown, never absent, since every key has it. Keys that AWS
 * adds but that nothing here determines (`aws:userid`, `aws:CurrentTime`) stay as the request says.
 */
export function deriveContext(request: {
  readonly caller: Caller;
  readonly key: KeyFacts;
  readonly action: string;
  readonly context: RequestContext;
}): RequestContext {
  const { caller, key, context } = request;
  const facts: Facts = { caller, key, isAboutKey: getKmsAction(request.action)?.resources.includes('key') === true };
  return {
    lookup: (name) => {
      const told = context.lookup(name);
      return told.state === 'present' ? told : (derive(name.toLowerCase(), facts) ?? told);
    },
  };
}

/** The same context as a key policy sees it: it can test neither tags nor aliases of the key (reference README, 3). */
export function contextInKeyPolicy(context: RequestContext): RequestContext {
  return { lookup: (name) => (isRefusedInKeyPolicy(name) ? ABSENT : context.lookup(name)) };
}

const TAG_PREFIX = 'aws:resourcetag/';

function derive(name: string, facts: Facts): ContextValue | undefined {
  if (name.startsWith(TAG_PREFIX)) {
    return facts.isAboutKey ? tagValue(facts.key.tags, name.slice(TAG_PREFIX.length)) : undefined;
  }
  const ofCaller = FROM_CALLER.get(name);
  if (ofCaller !== undefined) {
    return ofCaller(facts);
  }
  return facts.isAboutKey ? FROM_KEY.get(name)?.(facts) : undefined;
}

/** Condition keys ignore letter case, the tag's name in them included. */
function tagValue(tags: KeyFacts['tags'], lowerCaseName: string): ContextValue {
  if (tags === undefined) {
    return UNKNOWN;
  }
  const found = Object.entries(tags).find(([tag]) => tag.toLowerCase() === lowerCaseName);
  return found === undefined ? ABSENT : present(found[1]);
}

const PRINCIPAL_TYPES = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  session: 'AssumedRole',
  federated: 'FederatedUser',
} as const;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "Properties of the principal" */
const FROM_CALLER: ReadonlyMap<string, Derivation> = new Map<string, Derivation>(
  Object.entries({
    'aws:principalarn': ({ caller }) => ('arn' in caller ? present(caller.arn) : undefined),
    'aws:principalaccount': ({ caller }) => ('account' in caller ? present(caller.account) : undefined),
    'aws:principaltype': ({ caller }) => {
      if (caller.kind === 'service') {
        return undefined;
      }
      return present(caller.kind === 'anonymous' ? 'Anonymous' : PRINCIPAL_TYPES[caller.kind]);
    },
    'aws:principalisawsservice': ({ caller }) => present(String(caller.kind === 'service')),
    'aws:principalservicename': ({ caller }) => (caller.kind === 'service' ? present(caller.name) : undefined),
    'aws:username': ({ caller }) => (caller.kind === 'user' ? present(lastSegment(caller.arn)) : undefined),
    'aws:userid': ({ caller }) => (caller.kind === 'root' ? present(caller.account) : undefined),
    'kms:calleraccount': ({ caller }) => ('account' in caller ? present(caller.account) : undefined),
  } satisfies Record<string, Derivation>),
);

const keySpec: Derivation = ({ key }) => told(key.keySpec);
const keyUsage: Derivation = ({ key }) => told(key.keyUsage ?? onlyUsageOf(key.keySpec));

const FROM_KEY: ReadonlyMap<string, Derivation> = new Map<string, Derivation>(
  Object.entries({
    'aws:requestedregion': ({ key }) => told(key.region ?? arnOf(key)?.region),
    'aws:resourceaccount': ({ key }) => told(key.account ?? arnOf(key)?.account),
    'kms:customermasterkeyspec': keySpec,
    'kms:customermasterkeyusage': keyUsage,
    'kms:keyorigin': ({ key }) => told(key.origin),
    'kms:keyspec': keySpec,
    'kms:keyusage': keyUsage,
    'kms:multiregion': ({ key }) => told(isMultiRegion(key)?.toString()),
    'kms:multiregionkeytype': ({ key }) => (isMultiRegion(key) === false ? ABSENT : told(key.multiRegionKeyType)),
    'kms:resourcealiases': ({ key: { aliases } }) =>
      aliases === undefined ? UNKNOWN : aliases.length === 0 ? ABSENT : present(...aliases),
  } satisfies Record<string, Derivation>),
);

function told(value: string | undefined): ContextValue {
  return value === undefined ? UNKNOWN : present(value);
}

/** Most specs have one usage, which need not be told then (kms-facts section 19). */
function onlyUsageOf(spec: string | undefined): string | undefined {
  const [only, ...more] = findKeySpec(spec ?? '')?.usages ?? [];
  return more.length === 0 ? only : undefined;
}

/** Ids of multi-Region keys, and no others, begin with `mrk-` (kms-facts section 22). */
export function isMultiRegion(key: KeyFacts): boolean | undefined {
  const resource = arnOf(key)?.resource;
  return key.multiRegion ?? (resource?.startsWith('key/') ? resource.startsWith('key/mrk-') : undefined);
}

function arnOf({ arn }: KeyFacts) {
  return arn === undefined ? undefined : parseArn(arn);
}

function lastSegment(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
