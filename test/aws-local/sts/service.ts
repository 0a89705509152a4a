import type { Operation, Service } from '../service.js';

/** Needs no permission: AWS answers it even to a principal that may do nothing else. */
const getCallerIdentity: Operation = ({ caller }) => ({
  Arn: caller.arn,
  UserId: caller.userId,
  Account: caller.accountId,
});

export const sts: Service = {
  id: 'sts',
  wire: { kind: 'query', version: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
  operations: new Map([['GetCallerIdentity', getCallerIdentity]]),
  errors: {
    throttling: { code: 'Throttling', message: 'Rate exceeded' },
    internal: { code: 'InternalFailure', message: 'An internal error occurred. Try again.' },
    // The query services say ExpiredToken where the JSON services say ExpiredTokenException.
    expired: { code: 'ExpiredToken', status: 403 },
    unknownClient: { code: 'InvalidClientTokenId', status: 403 },
    accessDenied: { code: 'AccessDenied', status: 403 },
  },
};
