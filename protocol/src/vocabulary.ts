/**
 * Words that every layer shares: rule levels and policy kinds. Plain data without a dependency, so the engine may use
 * it without knowing the protocol.
 */

/** How loud a rule is. `off` silences it; the others map to the editor's severities and SARIF levels. */
export const LEVELS = ['off', 'hint', 'info', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** Every kind of policy document that the engine can tell apart. */
export const POLICY_KINDS = [
  'key-policy',
  'identity-policy',
  'logs-resource-policy',
  'bucket-policy',
  'trust-policy',
  'vpc-endpoint-policy',
  'delivery-destination-policy',
  'scp',
  'rcp',
] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** A kind, or `none` for "this document is no policy: leave it alone". */
export const POLICY_KIND_CHOICES = [...POLICY_KINDS, 'none'] as const;
export type PolicyKindChoice = (typeof POLICY_KIND_CHOICES)[number];
