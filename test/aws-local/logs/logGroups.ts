import type { Call, Operation } from '../service.js';
import type { LogGroupRecord } from '../state/records.js';
import { AwsError } from '../wire/errors.js';
import { type JsonObject, optionalInteger, optionalString, requiredString, requireOneOf } from '../wire/json.js';
import { authorizeLogs } from './authorize.js';
import { logGroupArn, requireLogGroupName } from './names.js';

/** The newest record of a group; throws `ResourceNotFoundException`. */
export function existingLogGroup(call: Call, name: string): LogGroupRecord {
  const group = call.state.logGroups.get(name);
  if (group === undefined) {
    throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
  return group;
}

export const deleteLogGroup: Operation = (call) => {
  const name = requireLogGroupName(call);
  authorizeLogs(call, 'logs:DeleteLogGroup', name);
  const group = existingLogGroup(call, name);
  if (group.hasDeletionProtection) {
    throw new AwsError('ValidationException', `Log group ${name} has deletion protection enabled.`);
  }
  call.state.logGroups.delete(name);
  return undefined;
};

/** The retention periods that AWS knows, in days. */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const putRetentionPolicy: Operation = (call) => {
  const name = requireLogGroupName(call);
  authorizeLogs(call, 'logs:PutRetentionPolicy', name);
  const days = optionalInteger(call.input, 'retentionInDays') ?? 0;
  requireOneOf(days, 'retentionInDays', RETENTION_DAYS, 'InvalidParameterException');
  call.state.logGroups.set(name, { ...existingLogGroup(call, name), retentionInDays: days });
  return undefined;
};

export const deleteRetentionPolicy: Operation = (call) => {
  const name = requireLogGroupName(call);
  authorizeLogs(call, 'logs:DeleteRetentionPolicy', name);
  call.state.logGroups.set(name, { ...existingLogGroup(call, name), retentionInDays: undefined });
  return undefined;
};

/** Takes the ARN without the trailing `:*`, unlike most of the service (recipes 1.3). */
export const listTagsForResource: Operation = (call) => {
  const arn = requiredString(call.input, 'resourceArn', 'InvalidParameterException');
  const prefix = logGroupArn(call, '');
  const name = arn.startsWith(prefix) ? arn.slice(prefix.length) : '';
  authorizeLogs(call, 'logs:ListTagsForResource', name);
  const group = call.state.logGroups.read(name);
  if (group === undefined) {
    throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
  return { tags: Object.fromEntries(group.tags) };
};

/** One entry of DescribeLogGroups. A search by pattern returns three members only, as AWS documents. */
export function toLogGroup(call: Call, group: LogGroupRecord): JsonObject {
  const base = {
    logGroupName: group.name,
    creationTime: group.createdMs,
    arn: `${logGroupArn(call, group.name)}:*`,
  };
  if (optionalString(call.input, 'logGroupNamePattern') !== undefined) {
    return base;
  }
  return {
    ...base,
    ...(group.retentionInDays === undefined ? {} : { retentionInDays: group.retentionInDays }),
    metricFilterCount: group.metricFilterCount,
    storedBytes: group.storedBytes,
    ...(group.kmsKeyId === undefined ? {} : { kmsKeyId: group.kmsKeyId }),
    logGroupClass: group.logGroupClass,
    logGroupArn: logGroupArn(call, group.name),
    deletionProtectionEnabled: group.hasDeletionProtection,
  };
}
