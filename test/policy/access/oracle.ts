import { isEffectiveInKeyPolicy } from '../../../server/src/knowledge/kmsActions.js';
import { readAwsPrincipal } from '../../../server/src/policy/awsPrincipal.js';
import { decide } from '../../../server/src/policy/evaluate/decide.js';
import { contextOf, type RequestPrincipal } from '../../../server/src/policy/evaluate/request.js';
import type { Policy } from '../../../server/src/policy/model.js';

/** How good an access is; what is better than nothing starts at `iam`. */
export const LEVELS = ['denied', 'none', 'iam', 'named'] as const;
export type AccessLevel = (typeof LEVELS)[number];

export interface SampleRequest {
  readonly principal: RequestPrincipal;
  readonly action: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly resource?: string;
}

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** What a key policy says of one request, found by deciding it: an opinion of its own beside the symbolic one. */
export function levelOf(policy: Policy, request: SampleRequest): AccessLevel {
  const full = { resource: KEY, ...request, context: contextOf(request.context) };
  const all = decide(policy, full).outcome;
  if (all === 'explicitDeny') {
    return 'denied';
  }
  if (all !== 'allowed' || !isEffectiveInKeyPolicy(request.action)) {
    return 'none';
  }
  const { principal } = request;
  const isRoot = principal.kind === 'aws' && readAwsPrincipal(principal.arn).kind === 'account';
  return isRoot || decide(withoutAccounts(policy), full).outcome === 'allowed' ? 'named' : 'iam';
}

/** The policy without the account principals of its Allows, which only let IAM policies decide. */
function withoutAccounts(policy: Policy): Policy {
  return {
    ...policy,
    statements: policy.statements.map((statement) =>
      statement.effect !== 'Allow' || statement.principal === undefined || statement.principal.negated
        ? statement
        : {
            ...statement,
            principal: {
              ...statement.principal,
              principals: statement.principal.principals.filter(
                ({ type, value }) => type !== 'AWS' || readAwsPrincipal(value.known ?? '').kind !== 'account',
              ),
            },
          },
    ),
  };
}
