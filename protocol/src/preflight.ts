/** What `DescribeKey` says of a key, as far as log encryption cares. Values are AWS's own spellings. */
export interface KeyFacts {
  readonly arn: string;
  readonly keyState: string;
  readonly keySpec: string;
  readonly keyUsage: string;
  readonly keyManager: string;
  readonly origin: string;
}

/** The log group to be encrypted. `arn` without the trailing `:*`. */
export interface LogGroupFacts {
  readonly name: string;
  readonly arn: string;
  /** ARN of the key that encrypts it now, if any. */
  readonly kmsKeyArn?: string;
  readonly retentionInDays?: number;
  readonly logGroupClass?: string;
}

export interface PreflightParams {
  readonly key: KeyFacts;
  /** The key policy's text, or absent when it could not be read. */
  readonly keyPolicy?: string;
  /** Why the policy is absent (an AWS error message), shown in the check. */
  readonly keyPolicyError?: string;
  readonly logGroup: LogGroupFacts;
  /** ARN of the signed-in principal (GetCallerIdentity). */
  readonly callerArn?: string;
}

/** `error` blocks, `warning` and `unknown` ask for attention, `info` informs, `ok` passed. */
export type CheckOutcome = 'ok' | 'info' | 'warning' | 'unknown' | 'error';

export interface PreflightCheck {
  /** Stable id of the check, e.g. `KEY-STATE`, `POL-CONDITION` (recipes, section 4). */
  readonly id: string;
  readonly outcome: CheckOutcome;
  /** One localised sentence. */
  readonly message: string;
}

export interface PreflightReport {
  readonly checks: readonly PreflightCheck[];
  /** True when no check has the outcome `error`. */
  readonly canProceed: boolean;
  /** Localised sentences that say what associating will do, in order. */
  readonly consequences: readonly string[];
  /** When the key policy lacks the permission: the statement that would add it, as formatted JSON. */
  readonly missingStatement?: string;
  /** The whole key policy with that statement added, as formatted JSON. */
  readonly amendedPolicy?: string;
}
