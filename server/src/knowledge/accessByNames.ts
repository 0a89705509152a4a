/**
 * Access by tags and by aliases: condition keys that read them, and the permissions that change them. Whoever may change
 * them gives access. kms-facts sections 13 and 14.
 * https://docs.aws.amazon.com/kms/latest/developerguide/abac.html
 */
export interface AccessByName {
  /** Whether a condition key, in lower case, reads tags or aliases of a key. */
  reads(key: string): boolean;
  /** Permissions that change them. */
  readonly managedBy: readonly string[];
  /** Condition keys that limit those permissions. */
  readonly limitedBy: readonly string[];
}

export const ACCESS_BY_NAME: readonly AccessByName[] = [
  {
    reads: (key) => key.startsWith('aws:resourcetag/'),
    managedBy: ['kms:TagResource', 'kms:UntagResource'],
    limitedBy: ['aws:requesttag/', 'aws:tagkeys'],
  },
  {
    reads: (key) => key === 'kms:resourcealiases' || key === 'kms:requestalias',
    managedBy: ['kms:CreateAlias', 'kms:UpdateAlias', 'kms:DeleteAlias'],
    // None applies to aliases; a statement with any condition was at least thought about.
    limitedBy: [''],
  },
];
