import type { PolicyKind } from '../../../protocol/src/vocabulary.js';

/**
 * Services whose actions a policy of a kind can allow: those of the resource that it is attached to. Absent for kinds
 * that take actions of every service.
 */
const SERVICES: Partial<Readonly<Record<PolicyKind, readonly string[]>>> = {
  'key-policy': ['kms'],
  'logs-resource-policy': ['logs'],
  'delivery-destination-policy': ['logs'],
  // Policies of directory buckets and of S3 on Outposts look alike.
  'bucket-policy': ['s3', 's3express', 's3-outposts', 's3-object-lambda'],
};

/** Prefixes that make sense in a policy of the kind, the usual one first; undefined: all of them. */
export function findServicesOfKind(kind: PolicyKind | 'unknown'): readonly string[] | undefined {
  return kind === 'unknown' ? undefined : SERVICES[kind];
}

/** True when an action of the service can never apply in a policy of the kind. */
export function isForeignService(kind: PolicyKind | 'unknown', service: string): boolean {
  return findServicesOfKind(kind)?.includes(service.toLowerCase()) === false;
}
