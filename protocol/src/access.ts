/**
 * Answers about who can use a key: plain data, the same in the command line's JSON and in the server's custom requests.
 * Offsets and ranges are left out where a policy has no document.
 */

export interface DocumentPosition {
  readonly line: number;
  readonly character: number;
}

/** As in LSP: zero-based, in UTF-16 code units. */
export interface DocumentRange {
  readonly start: DocumentPosition;
  readonly end: DocumentPosition;
}

export type PrincipalKindName =
  | 'root'
  | 'user'
  | 'role'
  | 'session'
  | 'federated'
  | 'service'
  | 'account'
  | 'other-accounts'
  | 'other-services'
  | 'unreadable';

export interface PrincipalInfo {
  /**
   * `account`: everybody of an account whom nothing else names; `other-accounts`, `other-services`: everybody whom the
   * policy does not name at all; `unreadable`: not known before deployment.
   */
  readonly kind: PrincipalKindName;
  /** ARN, account or service; `*` for everybody. */
  readonly principal: string;
  readonly account?: string;
}

/** A condition of a policy, or its `Resource` where that is not `*`. */
export type ConditionInfo =
  | { readonly operator: string; readonly key: string; readonly values: readonly string[]; readonly text: string }
  | { readonly resource: readonly string[]; readonly negated: boolean; readonly text: string };

export interface StatementInfo {
  /** Position in the policy, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly range?: DocumentRange;
}

/** Some callers, some actions, and the conditions under which they are allowed. */
export interface AccessInfo {
  readonly principals: readonly PrincipalInfo[];
  /** Where the principals are everyone: those who are not among them. */
  readonly except?: readonly PrincipalInfo[];
  readonly actions: readonly string[];
  /**
   * `direct`: the policy names the caller, or everyone; `role`: it names the role of the caller's session; `iam`: IAM
   * policies of the caller's account decide; `grant`: only that no Deny stands in the way of a grant.
   */
  readonly through: 'direct' | 'role' | 'iam' | 'grant';
  /** All of these must be met. */
  readonly when: readonly ConditionInfo[];
  /** None of these must be met as a whole. */
  readonly unless: readonly (readonly ConditionInfo[])[];
  readonly marks: readonly ('public' | 'cross-account' | 'service' | 'iam' | 'administer' | 'decrypt')[];
  /** False when it rests on something that is not known before deployment. */
  readonly certain: boolean;
  readonly statement?: StatementInfo;
}

export interface GrantAccessInfo {
  readonly grantee: string;
  readonly grantId?: string;
  readonly actions: readonly string[];
  readonly encryptionContextEquals?: Readonly<Record<string, string>>;
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
}

export interface WhoCanReport {
  readonly version: 1;
  readonly actions: readonly string[];
  /** Account of the key; null: neither told nor to be seen in the policy. */
  readonly account: string | null;
  readonly access: readonly AccessInfo[];
  readonly grants: readonly GrantAccessInfo[];
  /** What could not be looked at in full; empty: the answer is complete. */
  readonly incomplete: readonly string[];
}

/** A request that shows a difference. */
export interface ExampleRequest {
  readonly principal: string;
  readonly action: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly resource?: string;
}

export interface AccessChangeInfo extends AccessInfo {
  /** What the other policy gives there: nothing, a lesser way of access, or now the one and now the other. */
  readonly otherwise: 'none' | 'lesser' | 'some';
  readonly example?: ExampleRequest;
}

export interface AccessDiffReport {
  readonly version: 1;
  readonly same: boolean;
  readonly gained: readonly AccessChangeInfo[];
  readonly lost: readonly AccessChangeInfo[];
  readonly incomplete: readonly string[];
}

export interface KeyControlInfo {
  readonly principal: string;
  readonly part: 'caller' | 'breakGlass';
  /** `iam`: as far as IAM policies allow it; `conditions`: for some requests; `unknown`: not known before deployment. */
  readonly control: 'yes' | 'iam' | 'conditions' | 'no' | 'unknown';
  readonly reason: string;
  readonly through: readonly Pick<AccessInfo, 'through' | 'when' | 'unless' | 'statement'>[];
}

export interface LockoutReport {
  readonly version: 1;
  readonly lockedOut: boolean;
  /** What KMS does with the policy when the caller sends it. */
  readonly safetyCheck: { readonly outcome: 'passes' | 'refuses' | 'depends'; readonly reason: string };
  readonly principals: readonly KeyControlInfo[];
  /** Who keeps `kms:PutKeyPolicy`. */
  readonly keepers: readonly AccessInfo[];
  readonly account: string | null;
  readonly incomplete: readonly string[];
}

export interface SuggestionInfo {
  readonly kind: 'redundant' | 'shadowed' | 'void';
  readonly part: 'statement' | 'action' | 'principal';
  readonly message: string;
  readonly range: DocumentRange;
  /** Each suggestion's edits leave every decision as it is. */
  readonly edits: readonly { readonly range: DocumentRange; readonly newText: string }[];
}

/** One step of a decision's proof. */
export interface ReasonInfo {
  readonly source: string;
  readonly outcome: 'allows' | 'denies' | 'silent' | 'refuses' | 'unknown';
  readonly text: string;
  readonly policy?: string;
  readonly statement?: StatementInfo;
  readonly conditions?: readonly {
    readonly operator: string;
    readonly key: string;
    readonly outcome: 'met' | 'notMet' | 'unknown';
    readonly range?: DocumentRange;
  }[];
}

export interface DecisionReport {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'delegatedToIam' | 'unknown';
  readonly because: readonly ReasonInfo[];
  /** What would have to be known for a definite answer. */
  readonly missing: readonly string[];
}
