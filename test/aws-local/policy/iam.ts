import type { Caller } from '../state/principal.js';
import { matchesAction } from './wildcards.js';

export type IamAnswer = 'deny' | 'allow' | 'none';

/** What the caller's identity-based policies say. The root user has none and may do everything in its account. */
export function checkIam(caller: Caller, action: string): IamAnswer {
  if (caller.kind === 'root') {
    return 'allow';
  }
  if (caller.deny.some((pattern) => matchesAction(pattern, action))) {
    return 'deny';
  }
  return caller.allow.some((pattern) => matchesAction(pattern, action)) ? 'allow' : 'none';
}

/** The words of an AccessDeniedException, from the reason that IAM gives. */
export function deniedMessage(
  caller: Caller,
  action: string,
  resource: string,
  reason: 'no-identity-policy' | 'no-resource-policy' | 'identity-deny' | 'resource-deny',
): string {
  const because = {
    'no-identity-policy': `because no identity-based policy allows the ${action} action`,
    'no-resource-policy': `because no resource-based policy allows the ${action} action`,
    'identity-deny': 'with an explicit deny in an identity-based policy',
    'resource-deny': 'with an explicit deny in a resource-based policy',
  };
  return `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${because[reason]}`;
}
