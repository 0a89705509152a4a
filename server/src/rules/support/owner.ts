import { findOnlyAccount } from '../../policy/mentions.js';
import type { RuleContext } from '../rule.js';

/** The account that a policy's resource belongs to: the configured one, else the only one that the policy names. */
export function ownerAccount({ facts, policy }: Pick<RuleContext, 'facts' | 'policy'>): string | undefined {
  return facts.account ?? findOnlyAccount(policy);
}
