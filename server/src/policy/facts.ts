/**
 * What is known of a policy besides its text: from settings, from `sealwright.config.json`, or from the account that it
 * was opened from. Every member may be missing; rules that need it stay silent then.
 */
export interface PolicyFacts {
  /** The account that owns what the policy is attached to: twelve digits. */
  readonly account?: string;
  /** The Region of the key, log group or bucket. */
  readonly region?: string;
  /** ARN of the user or role that applies the policy. */
  readonly caller?: string;
  /** ARNs that must be able to manage the key whatever happens. */
  readonly breakGlass?: readonly string[];
  /** Accounts, beside the owner's, that are meant to have access. */
  readonly trustedAccounts?: readonly string[];
  /** Actions (patterns) that no policy may allow to anybody but the break-glass principals. */
  readonly forbiddenActions?: readonly string[];
  /** The organization, `o-…`. */
  readonly organization?: string;
  readonly keySpec?: string;
  readonly keyUsage?: string;
  readonly keyOrigin?: string;
  readonly multiRegion?: boolean;
  /** PCR values (lower-case hex) of the enclave images that may use the key, by name, such as `PCR0`. */
  readonly trustedMeasurements?: Readonly<Record<string, readonly string[]>>;
}
