import { readAwsPrincipal } from './awsPrincipal.js';
import type { PolicyFacts } from './facts.js';
import type { Policy } from './model.js';

/**
 * The account that a key belongs to: what settings say, else the first account to which an Allow without conditions gives
 * `kms:*`, as the policy of every new key does (kms-facts section 3). Undefined when neither tells.
 */
export function findOwnerAccount({ statements }: Policy, facts: PolicyFacts): string | undefined {
  if (facts.account !== undefined) {
    return facts.account;
  }
  for (const { effect, principal, action, conditions } of statements) {
    const isWhole = action?.negated === false && action.values.some(({ known }) => known?.toLowerCase() === 'kms:*');
    if (effect !== 'Allow' || principal?.negated !== false || !isWhole || conditions.length > 0) {
      continue;
    }
    for (const { type, value } of principal.principals) {
      const read = type === 'AWS' && value.known !== undefined ? readAwsPrincipal(value.known) : undefined;
      if (read?.kind === 'account') {
        return read.account;
      }
    }
  }
  return undefined;
}
