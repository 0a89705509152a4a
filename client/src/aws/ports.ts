/**
 * What the rest of the client knows of AWS: plain data and small interfaces. Nothing here imports the SDK, and other
 * folders import this file for its types only, because the adapters live in a bundle of their own (dist/aws.js).
 */

/** Registers a listener; dispose the result to stop listening. Assignable from a `vscode.Event`. */
export type Listen<T> = (listener: (event: T) => void) => { dispose(): void };

/** What went wrong, in terms of what a user can do about it. */
export type AwsFailureKind =
  | 'noCredentials'
  | 'noRegion'
  | 'expired'
  | 'accessDenied'
  | 'network'
  | 'throttled'
  /** Not sent: the session may only read. */
  | 'readOnly'
  | 'cancelled'
  | 'notFound'
  | 'other';

export interface AwsFailure {
  readonly kind: AwsFailureKind;
  /** AWS's error code, e.g. `InvalidParameterException`; absent when no answer arrived. */
  readonly code?: string;
  /** The exact text that AWS (or the SDK) gave. English, as it came. */
  readonly message: string;
  /** IAM action of the request that failed, e.g. `kms:ListKeys`. */
  readonly action?: string;
  /** IAM action that the answer says is missing; may differ from `action`, e.g. `kms:DescribeKey` for an association. */
  readonly missingAction?: string;
  readonly requestId?: string;
  /** Arguments of the `aws` command that signs this profile in again, e.g. `['sso', 'login', '--profile', 'audit']`. */
  readonly signIn?: readonly string[];
}

/** The error that every method below rejects with. Recognised by its shape: two bundles share no class. */
export interface AwsFailureError extends Error {
  readonly awsFailure: AwsFailure;
}

export type ProfileKind = 'sso' | 'login' | 'role' | 'process' | 'keys' | 'other';

/** One profile of the shared AWS files; never holds a secret. */
export interface ProfileSummary {
  readonly name: string;
  readonly kind: ProfileKind;
  readonly region?: string;
  readonly signIn?: readonly string[];
}

/** The answer of `GetCallerIdentity`. */
interface Identity {
  readonly account: string;
  readonly arn: string;
}

export interface KeySummary {
  readonly id: string;
  readonly arn: string;
  /** Alias names without `alias/`, sorted. */
  readonly aliases: readonly string[];
  /** True when an alias starts with `aws/`: only AWS may make those, for its managed keys. */
  readonly isAwsManaged: boolean;
}

export interface MultiRegionFacts {
  readonly role: 'primary' | 'replica';
  readonly primaryArn: string;
  readonly replicaArns: readonly string[];
}

/** The answer of `DescribeKey`; values are AWS's own spellings. */
export interface KeyDetails {
  readonly arn: string;
  readonly id: string;
  readonly state: string;
  readonly spec: string;
  readonly usage: string;
  readonly manager: string;
  readonly origin: string;
  readonly description?: string;
  readonly multiRegion?: MultiRegionFacts;
  readonly createdAt?: Date;
  readonly deletionAt?: Date;
  readonly validTo?: Date;
}

/** A fact that is there, could not be read, or makes no sense for this key. */
export type Fact<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: AwsFailure }
  | { readonly kind: 'notApplicable' };

export interface RotationFacts {
  readonly enabled: boolean;
  readonly periodInDays?: number;
  readonly nextAt?: Date;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What KMS has recorded of the use of a key (API reference, GetKeyLastUsage). */
export interface LastUsage {
  /** The last successful cryptographic operation; absent when there was none since `trackingSince`. */
  readonly last?: { readonly operation: string; readonly at: Date };
  /** Before this nothing was recorded: a key without a last use may have been used earlier. */
  readonly trackingSince?: Date;
  readonly createdAt?: Date;
}

/** Facts that cost a request each; read when somebody looks at the key. */
export interface KeyExtras {
  readonly rotation: Fact<RotationFacts>;
  readonly tags: Fact<readonly Tag[]>;
  readonly lastUsage: Fact<LastUsage>;
}

export interface GrantSummary {
  readonly id: string;
  readonly name?: string;
  /** ARN, or the name of a service that holds it. */
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: readonly string[];
  readonly contextEquals?: Readonly<Record<string, string>>;
  readonly contextSubset?: Readonly<Record<string, string>>;
  readonly createdAt?: Date;
}

/** One time that the material of a key was rotated. */
export interface Rotation {
  readonly at?: Date;
  /** `AUTOMATIC`, `ON_DEMAND`. */
  readonly type: string;
}

export interface KeyList {
  readonly keys: readonly KeySummary[];
  /** Set when the aliases could not be read: the keys are listed by id then. */
  readonly aliasesFailure?: AwsFailure;
}

/** `list`: everything may have changed; `details`: only what is known of that key. */
export type KeyChange = { readonly kind: 'list' } | { readonly kind: 'details'; readonly arn: string };

/** Keys of one account and Region. Reads are cached until `refresh`. */
export interface KeyRepository {
  readonly onDidChange: Listen<KeyChange>;
  list(): Promise<KeyList>;
  /** What is known right now, without a request. */
  findDetails(arn: string): Fact<KeyDetails> | undefined;
  /** Reads details that are not known yet, a few at a time; each arrival, good or bad, is announced as a change. */
  requestDetails(arns: readonly string[]): void;
  /** `fresh`: asks AWS again although the details are known, for decisions that a minute-old state could spoil. */
  loadDetails(arn: string, options?: { readonly fresh?: boolean }): Promise<KeyDetails>;
  loadExtras(arn: string): Promise<KeyExtras>;
  /** Read anew each time: grants come and go with every volume that is attached. */
  loadGrants(arn: string): Promise<readonly GrantSummary[]>;
  /** Oldest first, as KMS tells them; never cached. */
  loadRotations(arn: string): Promise<readonly Rotation[]>;
  /** The text of the default key policy, as AWS stores it; never cached. */
  loadPolicy(arn: string): Promise<string>;
  refresh(): void;
}

export interface LogGroup {
  readonly name: string;
  /** Without the trailing `:*`. */
  readonly arn: string;
  readonly kmsKeyArn?: string;
  readonly retentionInDays?: number;
  readonly logGroupClass?: string;
  readonly storedBytes?: number;
  readonly createdAt?: Date;
}

export interface LogGroupPage {
  readonly groups: readonly LogGroup[];
  readonly nextToken?: string;
}

export interface LogGroupList {
  readonly groups: readonly LogGroup[];
  readonly hasMore: boolean;
  /** The prefix that the list is narrowed to; empty for all. */
  readonly prefix: string;
}

/** Log groups of one account and Region. */
export interface LogGroupRepository {
  readonly onDidChange: Listen<void>;
  /** What is loaded so far; reads the first page when nothing is. */
  list(): Promise<LogGroupList>;
  loadMore(): Promise<void>;
  /** Narrows the list to names that start with `prefix` (on the server); empty shows all again. */
  search(prefix: string): void;
  /** One page for a picker; leaves the list alone. */
  loadPage(prefix: string, nextToken?: string): Promise<LogGroupPage>;
  /** The log group of exactly this name, read anew; `undefined` when there is none. */
  find(name: string): Promise<LogGroup | undefined>;
  /** Writes: not cancelled by a switch of identity, since an unknown outcome is worse than a late one. */
  associateKey(name: string, keyArn: string): Promise<void>;
  disassociateKey(name: string): Promise<void>;
  refresh(): void;
}

/** Plain data: what a plan may put into its journal. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What of a resource is set. The adapters of `aws/settings` know how each is read and written. */
export type SettingKind =
  | 'kms.keyPolicy'
  | 'kms.description'
  | 'kms.enabled'
  | 'kms.rotation'
  | 'kms.tags'
  | 'kms.alias'
  | 'kms.deletion'
  | 'kms.grant'
  | 'kms.grantToRetire'
  | 'kms.newKey'
  | 'kms.newKeyAlias'
  | 'kms.replica'
  | 'kms.onDemandRotations'
  | 'logs.groupKey'
  | 'logs.retention';

/** Names one setting of one resource, wherever it is: enough to find it again after a restart. */
export interface SettingRef {
  readonly kind: SettingKind;
  readonly account: string;
  readonly region: string;
  /** ARN, or a name where the service has no ARN for it. */
  readonly resource: string;
}

/** Something that can be read, written and read back. `null` stands for "not there". Both reject with a failure. */
export interface Setting {
  read(): Promise<Json>;
  write(value: Json): Promise<void>;
  /** True when two values mean the same to AWS: a policy in another order is the same policy. */
  isSame(a: Json, b: Json): boolean;
  /** The name by which AWS knows a resource that the plan itself has made; undefined for all others. */
  madeResource?(): string | undefined;
}

/** One identity in one Region. Everything that it reads or writes is done as the identity that it shows. */
export interface AwsSession {
  /** Absent: the default credential chain. */
  readonly profile?: string;
  readonly region: string;
  readonly identity: Identity;
  readonly keys: KeyRepository;
  readonly logGroups: LogGroupRepository;
  /** Undefined for what belongs to another account or Region. Not cancelled by a switch, as any write. */
  findSetting(ref: SettingRef): Setting | undefined;
  /** The same identity in another Region of its partition: the same credentials, the same lock, the same cancellation. */
  inRegion(region: string): AwsSession;
}

/** One answered (or failed) request, for the log. Holds no parameter, ARN or body. */
export interface RequestRecord {
  readonly action: string;
  readonly durationMs: number;
  readonly requestId?: string;
  readonly attempts?: number;
  /** AWS's error code, or absent when the request succeeded. */
  readonly errorCode?: string;
}

export interface ConnectOptions {
  readonly profile?: string;
  /** Absent: `AWS_REGION`, then the Region of the profile. */
  readonly region?: string;
  /** Ends every read of the session. */
  readonly signal: AbortSignal;
  readonly onRequest?: (record: RequestRecord) => void;
  /** Asked before each request that would change something: true keeps it from being sent. */
  readonly isReadOnly?: () => boolean;
  /** Asks the user for the code of an MFA device; rejects when the user dismisses the question. */
  readonly askMfaCode?: (serial: string) => Promise<string>;
}

/** What dist/aws.js exports. */
export interface AwsModule {
  /** Resolves credentials and Region and asks AWS who that is. Rejects with an `AwsFailureError`. */
  connect(options: ConnectOptions): Promise<AwsSession>;
  /** Profiles of the shared files, sorted by name; empty when there are none. */
  listProfiles(): Promise<readonly ProfileSummary[]>;
}
