import { checkIam, deniedMessage } from '../policy/iam.js';
import type { Call } from '../service.js';
import { AwsError } from '../wire/errors.js';
import { logGroupArn } from './names.js';

/** Throws unless the caller's IAM policies allow the action; CloudWatch Logs names the group as AWS prints it. */
export function authorizeLogs(call: Call, action: string, logGroupName: string): void {
  const iam = checkIam(call.caller, action);
  if (iam !== 'allow') {
    const resource = `${logGroupArn(call, logGroupName)}:log-stream:`;
    const reason = iam === 'deny' ? 'identity-deny' : 'no-identity-policy';
    throw new AwsError('AccessDeniedException', deniedMessage(call.caller, action, resource, reason));
  }
}
