import type { Span } from '../../source/span.js';
import type { Policy, Statement } from '../model.js';
import type { CompiledStatement } from './compiledPolicy.js';
import type { RequestContext } from './request.js';

/** A policy of the caller or of what the caller asks for, with a name that a reader recognises. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
  /** The policy made ready by whoever keeps it over many requests; made here when left out. */
  readonly statements?: readonly CompiledStatement[];
}

/** A grant of the key, as `ListGrants` tells it (kms-facts, section 12). */
export interface Grant {
  readonly grantId?: string;
  /** ARN, or name of a service. */
  readonly granteePrincipal: string;
  readonly retiringPrincipal?: string;
  /** Without the prefix `kms:`. */
  readonly operations: readonly string[];
  readonly encryptionContextEquals?: Readonly<Record<string, string>>;
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
  /** The resource on whose behalf a service must act; wildcards as in `ArnLike`. */
  readonly sourceArn?: string;
}

/** What is known of the key; members that are left out are not known. */
export interface KeyFacts {
  readonly arn?: string;
  readonly account?: string;
  readonly region?: string;
  readonly keySpec?: string;
  readonly keyUsage?: string;
  readonly origin?: string;
  readonly state?: string;
  /** Names, `alias/…`. */
  readonly aliases?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly multiRegion?: boolean;
  readonly multiRegionKeyType?: 'PRIMARY' | 'REPLICA';
  readonly manager?: 'CUSTOMER' | 'AWS';
}

/** Who asks. A session of a role has both ARNs; `root` is the account's root user. */
export type Caller =
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user' | 'role' | 'session' | 'federated' | 'root';
      readonly account: string;
      /** ARN of the user, role or root; for a federated user, of the session. */
      readonly arn: string;
      readonly sessionArn?: string;
    };

/**
 * One request and all that decides it. A list that is given is complete; `undefined` means that it is not known.
 * Guardrails come in levels (root, organizational unit, account): each level must allow.
 */
export interface Simulation {
  readonly caller: Caller;
  /** `kms:Decrypt`. */
  readonly action: string;
  readonly key: KeyFacts;
  readonly context: RequestContext;
  /** `undefined`: not known; never "none", since every key has one. */
  readonly keyPolicy: NamedPolicy | undefined;
  readonly identityPolicies: readonly NamedPolicy[] | undefined;
  /** `null`: the caller has none. */
  readonly boundary: NamedPolicy | null | undefined;
  readonly sessionPolicies: readonly NamedPolicy[] | undefined;
  readonly scps: readonly (readonly NamedPolicy[])[] | undefined;
  readonly rcps: readonly (readonly NamedPolicy[])[] | undefined;
  /** `null` or `undefined`: no endpoint is in play, as far as the request says. */
  readonly endpointPolicy: NamedPolicy | null | undefined;
  readonly grants: readonly Grant[] | undefined;
}

export type DecisionWord = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'delegatedToIam' | 'unknown';

export type DecisionSource =
  | 'keyPolicy'
  | 'identityPolicies'
  | 'boundary'
  | 'sessionPolicies'
  | 'scps'
  | 'rcps'
  | 'endpointPolicy'
  | 'grants'
  | 'key'
  | 'account';

/** One step of the proof, in the order in which KMS takes them (kms-facts 1.a). */
export interface Reason {
  readonly source: DecisionSource;
  /** What the step came to. */
  readonly outcome: 'allows' | 'denies' | 'silent' | 'refuses' | 'unknown';
  /** Localised: one sentence that names the policy and statement. */
  readonly text: string;
  readonly policyName?: string;
  /** The statement that decided, and where it stands in its document. */
  readonly statement?: Statement;
  readonly span?: Span;
  /** The conditions that decided, as they stand in the document. */
  readonly conditions?: readonly {
    readonly span: Span;
    readonly operator: string;
    readonly key: string;
    readonly outcome: 'met' | 'notMet' | 'unknown';
  }[];
}

export interface Verdict {
  readonly decision: DecisionWord;
  readonly because: readonly Reason[];
  /** What would have to be known for a definite answer: names of context keys and of members of the request. */
  readonly missing: readonly string[];
}
