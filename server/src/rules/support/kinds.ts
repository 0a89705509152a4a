import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';

/** Policies attached to a resource, which name principals and grant to them. */
export const GRANTING_KINDS: readonly PolicyKind[] = [
  'key-policy',
  'logs-resource-policy',
  'bucket-policy',
  'delivery-destination-policy',
];

/** Granting policies in which `*` is everyone; of CloudWatch Logs, which asks them for services only, other rules speak. */
export const PUBLIC_KINDS: readonly PolicyKind[] = GRANTING_KINDS.filter((kind) => kind !== 'logs-resource-policy');

/** Every kind whose statements name principals in the full grammar. */
export const PRINCIPAL_KINDS: readonly PolicyKind[] = [...GRANTING_KINDS, 'vpc-endpoint-policy', 'trust-policy'];
