/** Where a key is about to be made. */
export interface NewKeyPlace {
  readonly account: string;
  readonly region: string;
}

/** What a key is made for: decides what else is asked, and what the policy allows to its users. */
export interface KeyPurposeInfo {
  readonly id: string;
  /** Localised, as is the description. */
  readonly name: string;
  readonly description: string;
  /** Specs and usages to choose from, the usual one first. */
  readonly specs: readonly { readonly spec: string; readonly usage: string }[];
  /** Log services write under such a key: which of them is asked. */
  readonly asksServices: boolean;
}

/** What a new key can be made of, at a place. */
export interface NewKeyChoices {
  readonly purposes: readonly KeyPurposeInfo[];
  /** Log stores whose service the policy can admit without knowing more of them. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

/** The wishes that a key policy is assembled from. */
export interface NewKeyPolicyParams extends NewKeyPlace {
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
  readonly isMultiRegion: boolean;
  /** Users and roles that manage the key but do not use it: ARNs. */
  readonly administrators: readonly string[];
  /** Users and roles that use it: ARNs. */
  readonly users: readonly string[];
  /** AWS services may keep using the key on behalf of its users, by grants: volumes, databases. */
  readonly allowsGrantsForServices: boolean;
  /** Ids of `NewKeyChoices.services`. */
  readonly services: readonly string[];
  /** Other accounts that may let their users and roles use the key: 12 digits. */
  readonly accounts: readonly string[];
  /** The `Id` of the policy. */
  readonly id: string;
}

/** An assembled key policy, and what our own check says of it. */
export interface NewKeyPolicy {
  readonly text: string;
  /** Findings of warning level and above: none, unless settings have made rules stricter. */
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
  /** Why KMS would refuse such a key, or such a policy; localised. */
  readonly refusal?: string;
}

/** A key policy that is to hold in another Region, too. */
export interface PolicyInRegionParams {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export interface PolicyInRegion {
  readonly text: string;
  /** Values that name the one Region and now the other, each once. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/** Whether a text is the ARN of a user or role, as the policy of a new key may name it. */
export function isUserOrRoleArn(text: string): boolean {
  return /^arn:aws[a-z-]*:iam::\d{12}:(?:user|role)\/[\w+=,.@/-]+$/.test(text);
}

/** Whether a text is an account ID: 12 digits. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}
