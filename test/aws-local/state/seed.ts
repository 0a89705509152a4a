/** What a seed file may say. README.md of this folder describes each field. */
export interface Seed {
  readonly accounts: readonly SeedAccount[];
  /**
   * ARNs of users and roles, and account ids, that exist. When given, a key policy that names another user, role or
   * account is refused ("invalid principals"); when absent, every well-formed principal is taken to exist.
   */
  readonly knownPrincipals?: readonly string[];
}

interface SeedAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly alias?: string;
  readonly organizationId?: string;
  readonly principals?: readonly SeedPrincipal[];
  readonly regions?: { readonly [region: string]: SeedRegion };
}

export interface SeedPrincipal {
  readonly accessKeyId: string;
  readonly secretAccessKey?: string;
  /** When given, requests must carry exactly this session token. */
  readonly sessionToken?: string;
  /** ARN of a user, a role session (`arn:aws:sts::…:assumed-role/Role/session`) or the account root. */
  readonly arn: string;
  /** ARN of the role behind a session, when the role has a path. */
  readonly roleArn?: string;
  readonly expired?: boolean;
  /** Action patterns of its IAM policies; Resource is always `*`. Default: `["*"]`. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}

export interface SeedRegion {
  readonly keys?: readonly SeedKey[];
  readonly logGroups?: readonly SeedLogGroup[];
  /** Names of `alias/aws/…` aliases that have no key yet, as AWS lists them in a new account. */
  readonly reservedAliases?: readonly string[];
  /** ARN of the key that encrypts the results of Logs Insights queries. */
  readonly queryResultsKey?: string;
  /** Makes this many more of them, from nothing but their number. */
  readonly generate?: { readonly keys?: number; readonly logGroups?: number };
}

export interface SeedKey {
  /** UUID, or `mrk-` and 32 hex digits for a multi-Region key. */
  readonly id: string;
  readonly description?: string;
  readonly keySpec?: string;
  readonly keyUsage?: string;
  readonly keyState?: string;
  readonly origin?: string;
  readonly keyManager?: 'CUSTOMER' | 'AWS';
  readonly multiRegion?: SeedMultiRegion;
  readonly aliases?: readonly string[];
  readonly tags?: { readonly [key: string]: string };
  readonly rotation?: { readonly enabled: boolean; readonly periodInDays?: number };
  readonly grants?: readonly SeedGrant[];
  /** The last successful use; absent for a key that was not used since KMS keeps account of it. */
  readonly lastUsage?: { readonly operation: string; readonly at: string };
  /** The policy as an object, or as the exact text that GetKeyPolicy returns. Default: the default key policy. */
  readonly policy?: object | string;
  /** ISO 8601. */
  readonly creationDate?: string;
  /** ISO 8601; for keys that are pending deletion. */
  readonly deletionDate?: string;
}

export interface SeedGrant {
  readonly name?: string;
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: readonly string[];
  readonly constraints?: { readonly [name: string]: { readonly [key: string]: string } };
}

interface SeedMultiRegion {
  readonly type: 'PRIMARY' | 'REPLICA';
  readonly primaryRegion: string;
  readonly replicaRegions: readonly string[];
}

export interface SeedLogGroup {
  readonly name: string;
  /** ARN of a key; not checked, so that a seed can hold what happened before a key was disabled. */
  readonly kmsKeyId?: string;
  readonly retentionInDays?: number;
  readonly class?: string;
  readonly storedBytes?: number;
  readonly metricFilterCount?: number;
  readonly deletionProtection?: boolean;
  readonly tags?: { readonly [key: string]: string };
  /** ISO 8601. */
  readonly creationDate?: string;
}
