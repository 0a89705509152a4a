/** Rows of the tables. All are immutable; a change makes a new one. Times are milliseconds since 1970. */

export interface KeyRecord {
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly description: string;
  readonly keySpec: string;
  readonly keyUsage: string;
  readonly keyState: string;
  readonly origin: string;
  readonly keyManager: 'CUSTOMER' | 'AWS';
  readonly multiRegion: MultiRegion | undefined;
  readonly tags: ReadonlyMap<string, string>;
  readonly rotation: Rotation;
  /** Times of rotations on demand, oldest first. */
  readonly onDemandRotationsMs: readonly number[];
  /** The last successful cryptographic operation since KMS keeps account of it. */
  readonly lastUsage: KeyUsage | undefined;
  /** The text of the key policy, exactly as it was put. */
  readonly policy: string;
  readonly createdMs: number;
  readonly deletionMs: number | undefined;
  readonly pendingWindowInDays: number | undefined;
}

export interface MultiRegion {
  readonly type: 'PRIMARY' | 'REPLICA';
  readonly primaryRegion: string;
  readonly replicaRegions: readonly string[];
}

interface KeyUsage {
  readonly operation: string;
  readonly atMs: number;
}

export interface GrantRecord {
  readonly id: string;
  readonly keyId: string;
  readonly name: string | undefined;
  readonly grantee: string;
  readonly retiring: string | undefined;
  readonly operations: readonly string[];
  /** As `ListGrants` shows them. */
  readonly constraints: { readonly [name: string]: unknown };
  readonly issuingAccount: string;
  readonly createdMs: number;
}

interface Rotation {
  readonly isEnabled: boolean;
  readonly periodInDays: number;
  readonly enabledMs: number;
}

export interface AliasRecord {
  /** With the `alias/` prefix. */
  readonly name: string;
  /** Absent for the aliases that AWS reserves before it makes their key. */
  readonly targetKeyId: string | undefined;
  readonly createdMs: number;
  readonly updatedMs: number;
}

export interface LogGroupRecord {
  readonly name: string;
  readonly kmsKeyId: string | undefined;
  readonly retentionInDays: number | undefined;
  readonly logGroupClass: string;
  readonly storedBytes: number;
  readonly metricFilterCount: number;
  readonly hasDeletionProtection: boolean;
  readonly tags: ReadonlyMap<string, string>;
  readonly createdMs: number;
}

/** A setting of the account and Region; its table holds one row. */
export interface QueryResultsRecord {
  readonly kmsKeyId: string;
}
