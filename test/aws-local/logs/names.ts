import type { Call } from '../service.js';
import { partitionOf } from '../state/partition.js';
import { AwsError, constraintMessage } from '../wire/errors.js';
import { requiredString } from '../wire/json.js';

const INVALID = 'InvalidParameterException';

/** ARN of a log group, without the trailing `:*`: the form of the encryption context and of `logGroupArn`. */
export function logGroupArn(call: Call, name: string): string {
  return `${logsArn(call)}:log-group:${name}`;
}

/** The resource of Logs Insights results, one per account and Region. */
export function queryResultArn(call: Call): string {
  return `${logsArn(call)}:query-result:*`;
}

function logsArn(call: Call): string {
  return `arn:${partitionOf(call.region)}:logs:${call.region}:${call.caller.accountId}`;
}

export function requireLogGroupName(call: Call, member = 'logGroupName'): string {
  const name = requiredString(call.input, member, INVALID);
  if (name.length > 512) {
    throw new AwsError(INVALID, constraintMessage(name, member, 'have length less than or equal to 512'));
  }
  if (!/^[.\-_/#A-Za-z0-9]+$/.test(name)) {
    throw new AwsError(
      INVALID,
      constraintMessage(name, member, 'satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+'),
    );
  }
  return name;
}
