import type { PolicyKind } from '../../../../protocol/src/vocabulary.js';

/** Policies in which conditions on KMS requests are at home. */
export const KMS_CONDITION_KINDS: readonly PolicyKind[] = [
  'key-policy',
  'identity-policy',
  'vpc-endpoint-policy',
  'scp',
  'rcp',
];
