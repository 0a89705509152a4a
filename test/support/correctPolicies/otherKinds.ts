import type { PolicyKind } from '../../../protocol/src/vocabulary.js';
import { BUCKETS } from './buckets.js';
import { IDENTITIES } from './identities.js';
import { GUARDRAILS, RESOURCE_GUARDRAILS } from './organizations.js';
import { DESTINATIONS, ENDPOINTS, LOGS_RESOURCES, TRUSTS } from './resources.js';
import type { Writer } from './world.js';

/** Statements of each kind of policy but the key's; any of one kind may stand together. */
export const OTHER_KINDS: Readonly<Record<Exclude<PolicyKind, 'key-policy'>, readonly Writer[]>> = {
  'identity-policy': IDENTITIES,
  'bucket-policy': BUCKETS,
  'logs-resource-policy': LOGS_RESOURCES,
  'delivery-destination-policy': DESTINATIONS,
  'vpc-endpoint-policy': ENDPOINTS,
  'trust-policy': TRUSTS,
  scp: GUARDRAILS,
  rcp: RESOURCE_GUARDRAILS,
};
