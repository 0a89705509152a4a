import { contextOf } from '../../../server/src/policy/evaluate/request.js';
import { simulate } from '../../../server/src/policy/evaluate/simulate.js';
import type { Caller, NamedPolicy, Simulation } from '../../../server/src/policy/evaluate/simulation.js';
import type { Policy } from '../../../server/src/policy/model.js';
import { policyWith } from '../../support/policies.js';

/** How good an access is, the worst first. */
export const LEVELS = ['denied', 'none', 'iam', 'role', 'direct'] as const;
export type AccessLevel = (typeof LEVELS)[number];

export interface SampleRequest {
  readonly principal: Caller;
  readonly action: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly resource?: string;
}

const named = (policy: Policy): NamedPolicy => ({ name: 'policy', policy });
const EVERYTHING = named(policyWith({ Effect: 'Allow', Action: '*', Resource: '*' }));
const NOTHING = named(policyWith());

/**
 * What a key policy says of one request, found by letting the evaluator decide it in several surroundings: without IAM
 * policies, within a boundary that allows nothing, with IAM policies that allow everything.
 *
 * @param owner account of the key; undefined: that of the caller, whoever it is
 */
export function levelOf(
  policy: Policy,
  { principal, action, context, resource }: SampleRequest,
  owner?: string,
): AccessLevel {
  const account = owner ?? ('account' in principal ? principal.account : '111122223333');
  const decide = (more: Partial<Simulation>) =>
    simulate({
      caller: principal,
      action,
      key: { account, ...(resource !== undefined && { arn: resource }) },
      context: contextOf(context),
      keyPolicy: named(policy),
      identityPolicies: [],
      boundary: null,
      sessionPolicies: [],
      scps: [],
      rcps: [],
      endpointPolicy: null,
      grants: [],
      ...more,
    }).decision;
  const alone = decide({});
  if (alone === 'explicitDeny') {
    return 'denied';
  }
  if (alone === 'allowed') {
    return decide({ boundary: NOTHING }) === 'allowed' ? 'direct' : 'role';
  }
  return decide({ identityPolicies: [EVERYTHING] }) === 'allowed' ? 'iam' : 'none';
}
