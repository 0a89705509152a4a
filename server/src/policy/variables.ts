import { walk } from '../source/sourceNode.js';
import type { Policy } from './model.js';

/**
 * True when a value holds `${…}`, which AWS reads as a policy variable from version 2012-10-17 on and as plain text
 * before. An unknown part counts too: it may bring one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function usesPolicyVariables(policy: Policy): boolean {
  for (const node of walk(policy.node)) {
    if (node.kind === 'expression' || (node.kind === 'scalar' && /\$\{[^}]*\}/.test(String(node.value)))) {
      return true;
    }
  }
  return false;
}
