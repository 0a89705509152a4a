import type { Service } from '../service.js';
import { aliasOperations } from './aliases.js';
import { grantOperations } from './grants.js';
import { keyOperations } from './keys.js';
import { policyOperations } from './policies.js';
import { replicaOperations } from './replicas.js';
import { rotationOperations } from './rotation.js';
import { tagOperations } from './tags.js';
import { usageOperations } from './usage.js';

export const kms: Service = {
  id: 'kms',
  wire: { kind: 'json', target: 'TrentService' },
  operations: new Map([
    ...keyOperations,
    ...policyOperations,
    ...aliasOperations,
    ...tagOperations,
    ...rotationOperations,
    ...grantOperations,
    ...replicaOperations,
    ...usageOperations,
  ]),
  errors: {
    throttling: {
      code: 'ThrottlingException',
      message: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    },
    internal: { code: 'KMSInternalException', message: 'An internal error occurred. Try again.' },
    expired: { code: 'ExpiredTokenException', status: 400 },
    unknownClient: { code: 'UnrecognizedClientException', status: 400 },
    accessDenied: { code: 'AccessDeniedException', status: 400 },
  },
};
