/** What somebody wants of a new key. */
export interface NewKeyWish {
  readonly spec: string;
  readonly usage: string;
  readonly origin: 'AWS_KMS' | 'EXTERNAL';
  readonly isMultiRegion: boolean;
  /** Absent: no automatic rotation. */
  readonly rotationDays?: number;
  /** Without `alias/`. */
  readonly alias: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly administrators: readonly string[];
  readonly users: readonly string[];
  readonly allowsGrantsForServices: boolean;
  /** Ids of log stores. */
  readonly services: readonly string[];
  /** Their names, for people. */
  readonly serviceNames: readonly string[];
  readonly accounts: readonly string[];
}

/** KMS rotates symmetric keys whose material it has made, and no others (kms-facts, section 20). */
export function canRotate({ spec, origin }: Pick<NewKeyWish, 'spec' | 'origin'>): boolean {
  return spec === 'SYMMETRIC_DEFAULT' && origin === 'AWS_KMS';
}
