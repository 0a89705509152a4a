import type { Operation } from '../service.js';
import { AwsError } from '../wire/errors.js';
import { optionalBoolean, optionalMap, optionalString, requireOneOf } from '../wire/json.js';
import { authorizeLogs } from './authorize.js';
import { requireKmsKeyId, requireUsableKey } from './encryption.js';
import { requireLogGroupName } from './names.js';

export const LOG_GROUP_CLASSES = ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY', 'ESSENTIALS'];

export const createLogGroup: Operation = (call) => {
  const { input } = call;
  const name = requireLogGroupName(call);
  if (/^aws\//i.test(name)) {
    throw new AwsError('InvalidParameterException', 'Log groups starting with AWS/ are reserved for AWS.');
  }
  const logGroupClass = optionalString(input, 'logGroupClass') ?? 'STANDARD';
  requireOneOf(logGroupClass, 'logGroupClass', LOG_GROUP_CLASSES, 'InvalidParameterException');
  authorizeLogs(call, 'logs:CreateLogGroup', name);
  const tags = new Map(Object.entries(optionalMap(input, 'tags') ?? {}).map(([key, value]) => [key, String(value)]));
  if (tags.size > 0) {
    authorizeLogs(call, 'logs:TagResource', name);
  }
  if (call.state.logGroups.get(name) !== undefined) {
    throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
  }
  const kmsKeyId = optionalString(input, 'kmsKeyId') === undefined ? undefined : requireKmsKeyId(call);
  if (kmsKeyId !== undefined) {
    requireUsableKey(call, kmsKeyId, { kind: 'log-group', name });
  }
  call.state.logGroups.set(name, {
    name,
    kmsKeyId,
    retentionInDays: undefined,
    logGroupClass,
    storedBytes: 0,
    metricFilterCount: 0,
    hasDeletionProtection: optionalBoolean(input, 'deletionProtectionEnabled') ?? false,
    tags,
    createdMs: call.nowMs,
  });
  return undefined;
};
