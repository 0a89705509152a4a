import { type Call, isRead, type Service } from '../service.js';
import { createLogGroup } from './createLogGroup.js';
import { describeLogGroups } from './describeLogGroups.js';
import { associateKmsKey, disassociateKmsKey } from './encryption.js';
import { deleteLogGroup, deleteRetentionPolicy, listTagsForResource, putRetentionPolicy } from './logGroups.js';
import { logGroupArn } from './names.js';

export const logs: Service = {
  id: 'logs',
  wire: { kind: 'json', target: 'Logs_20140328' },
  operations: new Map([
    ['DescribeLogGroups', describeLogGroups],
    ['CreateLogGroup', createLogGroup],
    ['DeleteLogGroup', deleteLogGroup],
    ['AssociateKmsKey', associateKmsKey],
    ['DisassociateKmsKey', disassociateKmsKey],
    ['PutRetentionPolicy', putRetentionPolicy],
    ['DeleteRetentionPolicy', deleteRetentionPolicy],
    ['ListTagsForResource', listTagsForResource],
  ]),
  lockOf,
  errors: {
    throttling: { code: 'ThrottlingException', message: 'Rate exceeded' },
    internal: { code: 'ServiceUnavailableException', message: 'Service Unavailable' },
    expired: { code: 'ExpiredTokenException', status: 400 },
    unknownClient: { code: 'UnrecognizedClientException', status: 400 },
    accessDenied: { code: 'AccessDeniedException', status: 400 },
  },
};

/** Two requests may not change one log group at the same moment: the second gets `OperationAbortedException`. */
function lockOf(call: Call): string | undefined {
  if (isRead(call.operation)) {
    return undefined;
  }
  const { logGroupName, resourceIdentifier } = call.input;
  if (typeof logGroupName === 'string') {
    return logGroupArn(call, logGroupName);
  }
  return typeof resourceIdentifier === 'string' ? resourceIdentifier : undefined;
}
