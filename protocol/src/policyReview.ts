import type { Level } from './vocabulary.js';

/** A change of a key policy that somebody is about to apply. */
export interface PolicyReviewParams {
  /** The live policy. */
  readonly before: string;
  readonly after: string;
  readonly account: string;
  readonly region: string;
  /** Who applies it. */
  readonly callerArn: string;
  /** Who must be able to manage the key whatever happens: ARNs. */
  readonly breakGlass: readonly string[];
}

/** `viaIam`: an IAM policy may give it, which nobody has looked at. */
export type Keeps = 'yes' | 'viaIam' | 'conditional' | 'no' | 'unknown';

/** What the engine says of the change. Texts are localised and ready to be read. */
export interface PolicyReview {
  /** Findings of warning level and above in the new policy. */
  readonly findings: readonly { readonly rule: string; readonly level: Level; readonly message: string }[];
  /** Bytes that the new policy takes, without blanks where that is needed to fit. */
  readonly size: { readonly bytes: number; readonly limit: number };
  /** What is to be put: the text as it was written, or without blanks when only that fits. */
  readonly text: string;
  /** Whether the caller and each break-glass principal can still manage the key. */
  readonly managers: readonly {
    readonly principal: string;
    readonly isCaller: boolean;
    readonly keeps: Keeps;
    readonly text: string;
  }[];
  /** Set when KMS would refuse the policy. */
  readonly refusal?: string;
  readonly gained: readonly AccessChange[];
  readonly lost: readonly AccessChange[];
  /** The comparison was too large to be finished: there may be more. */
  readonly isIncomplete: boolean;
}

export interface AccessChange {
  readonly text: string;
  /** Opens the key to others, or concerns its management or decryption. */
  readonly isImportant: boolean;
}
