import { checkPolicy } from '../policy/checker.js';
import type { RequestContext } from '../policy/conditions.js';
import { checkIam, deniedMessage } from '../policy/iam.js';
import { callerContext } from '../policy/requestContext.js';
import type { Call } from '../service.js';
import type { Caller } from '../state/principal.js';
import type { KeyRecord } from '../state/records.js';
import { AwsError } from '../wire/errors.js';
import { isGranted } from './grantCheck.js';

/** Operations that work on a key of another account (kms-facts 6, reading notes). */
const CROSS_ACCOUNT_ACTIONS: ReadonlySet<string> = new Set([
  'kms:DescribeKey',
  'kms:GetKeyRotationStatus',
  'kms:GetPublicKey',
  'kms:CreateGrant',
  'kms:ListGrants',
  'kms:RetireGrant',
  'kms:RevokeGrant',
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:GenerateDataKey',
]);

type Extra = Parameters<typeof callerContext>[2];

/** Throws `AccessDeniedException` unless key policy and IAM together allow the call (kms-facts 1.a). */
export function authorizeKey(call: Call, key: KeyRecord, action: string, extra?: Extra): void {
  const message = keyAccessRefusal(call, key, action, extra);
  if (message !== undefined) {
    throw new AwsError('AccessDeniedException', message);
  }
}

/** Why the caller may not do this with the key, in the words of AWS; undefined when it may. */
export function keyAccessRefusal(call: Call, key: KeyRecord, action: string, extra?: Extra): string | undefined {
  return refusal(call.caller, key, action, callerContext(call, key, extra), isGranted(call, key, action));
}

/** Throws unless IAM allows an operation that is not about one key, such as ListKeys. */
export function authorizeAccount(call: Call, action: string, resource = '*'): void {
  const iam = checkIam(call.caller, action);
  if (iam !== 'allow') {
    const reason = iam === 'deny' ? 'identity-deny' : 'no-identity-policy';
    throw new AwsError('AccessDeniedException', deniedMessage(call.caller, action, resource, reason));
  }
}

function refusal(
  caller: Caller,
  key: KeyRecord,
  action: string,
  context: RequestContext,
  granted: boolean,
): string | undefined {
  const iam = checkIam(caller, action);
  const answer = checkPolicy(key.policy, {
    requester: { kind: 'aws', arn: caller.arn, accountId: caller.accountId, roleArn: caller.roleArn },
    action,
    resource: key.arn,
    context,
  });
  const allows = answer.allowsRequester || answer.allowsAccount;
  // A grant allows what no policy denies (kms-facts 1.a step 3).
  if (granted && !answer.isDenied && iam !== 'deny') {
    return undefined;
  }
  if (caller.accountId !== key.accountId) {
    const isPossible = CROSS_ACCOUNT_ACTIONS.has(action) && allows && !answer.isDenied;
    if (!isPossible) {
      return foreignKeyMessage(caller, action);
    }
    return iam === 'allow' ? undefined : deniedMessage(caller, action, key.arn, identityReason(iam));
  }
  if (iam === 'deny') {
    return deniedMessage(caller, action, key.arn, 'identity-deny');
  }
  if (answer.isDenied) {
    return deniedMessage(caller, action, key.arn, 'resource-deny');
  }
  if (answer.allowsRequester || (answer.allowsAccount && iam === 'allow')) {
    return undefined;
  }
  return deniedMessage(caller, action, key.arn, answer.allowsAccount ? 'no-identity-policy' : 'no-resource-policy');
}

/** AWS does not tell a foreign caller whether the key exists. */
export function foreignKeyMessage(caller: Caller, action: string): string {
  return (
    `User: ${caller.arn} is not authorized to perform: ${action} on this resource because the resource does not exist ` +
    'in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access'
  );
}

function identityReason(iam: 'deny' | 'none'): 'identity-deny' | 'no-identity-policy' {
  return iam === 'deny' ? 'identity-deny' : 'no-identity-policy';
}
