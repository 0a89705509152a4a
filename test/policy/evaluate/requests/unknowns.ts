import {
  ACCOUNT,
  ACCOUNT_ONLY,
  allow,
  deny,
  FULL_ACCESS,
  KEY,
  LOGS,
  may,
  mayNot,
  NOBODY,
  OTHER_ROLE,
  OTHER_ROOT,
  policy,
  ROLE,
  ROOT,
  request,
  SESSION,
  USER,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const FOR_ROLE = policy(allow({ AWS: ROLE }));
const WITH_VPCE = { StringEquals: { 'aws:SourceVpce': 'vpce-1' } };

/** What is left out is unknown, and only what could turn the decision keeps it open. */
export const unknownCases: readonly RequestCase[] = [
  // Delegation
  [
    'the account statement, and IAM is not told',
    '1.a: step 5',
    request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: undefined }),
    'delegatedToIam',
  ],
  [
    'everything but the key policy is left out',
    '1.a: step 5',
    { principal: ROLE, action: 'kms:Decrypt', resource: KEY, keyPolicy: ACCOUNT_ONLY },
    'delegatedToIam',
  ],
  [
    'delegation under a condition that holds',
    '1.a: step 5',
    request({
      context: { 'aws:SourceVpce': 'vpce-1' },
      identityPolicies: undefined,
      keyPolicy: policy(allow({ AWS: ROOT }, { Condition: WITH_VPCE })),
    }),
    'delegatedToIam',
  ],
  [
    'no delegation under a condition that fails',
    '1.a: step 5',
    request({ identityPolicies: undefined, keyPolicy: policy(allow({ AWS: ROOT }, { Condition: WITH_VPCE })) }),
    'unknown',
  ],
  [
    'no delegation for other actions',
    '1.a: step 5',
    request({ identityPolicies: undefined, keyPolicy: policy(allow({ AWS: ROOT }, { Action: 'kms:Encrypt' })) }),
    'unknown',
  ],
  [
    'no delegation where a Deny strikes',
    '1.a: step 1',
    request({ identityPolicies: undefined, keyPolicy: policy(allow({ AWS: ROOT }), deny('*')) }),
    'explicitDeny',
  ],
  [
    'no delegation where the role is let in already',
    '1.a: step 4',
    request({ identityPolicies: undefined, keyPolicy: policy(allow({ AWS: [ROOT, ROLE] })) }),
    'unknown',
  ],
  [
    'no delegation where an SCP stands in the way',
    '1.a: step 2',
    request({ identityPolicies: undefined, keyPolicy: ACCOUNT_ONLY, scps: [policy(may({ Action: 's3:*' }))] }),
    'unknown',
  ],
  [
    'no delegation where the boundary stands in the way',
    'iam: boundaries',
    request({ identityPolicies: undefined, keyPolicy: ACCOUNT_ONLY, boundary: policy(may({ Action: 's3:*' })) }),
    'unknown',
  ],
  [
    'no delegation where the key refuses',
    '17: Decrypt',
    request({ identityPolicies: undefined, keyPolicy: ACCOUNT_ONLY, key: { state: 'Disabled' } }),
    'unknown',
  ],
  [
    'delegation to another account',
    '1.a: step 6',
    request({ principal: OTHER_ROLE, identityPolicies: undefined, keyPolicy: policy(allow({ AWS: OTHER_ROOT })) }),
    'delegatedToIam',
  ],
  [
    'a foreign role that is named, and IAM there is not told',
    '1.a: step 6',
    request({ principal: OTHER_ROLE, identityPolicies: undefined, keyPolicy: policy(allow({ AWS: OTHER_ROLE })) }),
    'unknown',
  ],
  [
    'no delegation of what does not work across accounts',
    '6: cross-account set',
    request({
      principal: OTHER_ROLE,
      action: 'kms:PutKeyPolicy',
      identityPolicies: undefined,
      keyPolicy: policy(allow({ AWS: OTHER_ROOT })),
    }),
    'unknown',
  ],
  [
    'a grant to the role leaves nothing to IAM but a Deny',
    '1.a: step 3',
    request({
      identityPolicies: undefined,
      keyPolicy: ACCOUNT_ONLY,
      grants: [{ granteePrincipal: ROLE, operations: ['Decrypt'] }],
    }),
    'unknown',
  ],
  [
    'the root user needs no IAM',
    '1.a: root user',
    request({
      principal: ACCOUNT,
      identityPolicies: undefined,
      boundary: undefined,
      sessionPolicies: undefined,
      keyPolicy: ACCOUNT_ONLY,
    }),
    'allowed',
  ],
  [
    'IAM-only operations are not delegated',
    '6: I actions',
    request({ action: 'kms:ListKeys', resource: '*', identityPolicies: undefined, keyPolicy: ACCOUNT_ONLY }),
    'unknown',
  ],
  // Members left out
  ['SCPs could still deny', '1.a: step 1', request({ keyPolicy: FOR_ROLE, scps: undefined }), 'unknown'],
  ['RCPs could still deny', '1.a: step 1', request({ keyPolicy: FOR_ROLE, rcps: undefined }), 'unknown'],
  [
    'identity policies could still deny',
    '1: fact 1.4',
    request({ keyPolicy: FOR_ROLE, identityPolicies: undefined }),
    'unknown',
  ],
  ['a boundary could still cut', '1.a: notes', request({ keyPolicy: FOR_ROLE, boundary: undefined }), 'unknown'],
  [
    'session policies could still cut',
    '1.a: notes',
    request({ principal: SESSION, keyPolicy: FOR_ROLE, sessionPolicies: undefined }),
    'unknown',
  ],
  [
    'a boundary could deny a user who is named',
    '1.a: step 1',
    request({ principal: USER, keyPolicy: policy(allow({ AWS: USER })), boundary: undefined }),
    'unknown',
  ],
  ['grants cannot deny', '1: fact 1.8', request({ keyPolicy: FOR_ROLE, grants: undefined }), 'allowed'],
  ['grants could still allow', '1.a: step 3', request({ grants: undefined }), 'unknown'],
  [
    'grants cannot allow what cannot be granted',
    '12: operations',
    request({ action: 'kms:PutKeyPolicy', grants: undefined }),
    'implicitDeny',
  ],
  ['a key policy that is not told', '1: fact 1.1', request({ keyPolicy: undefined }), 'unknown'],
  [
    'a Deny elsewhere needs no key policy',
    '1.a: step 1',
    request({ keyPolicy: undefined, scps: [policy(mayNot())] }),
    'explicitDeny',
  ],
  [
    'a Deny needs nothing else',
    '1.a: step 1',
    { principal: ROLE, action: 'kms:Decrypt', resource: KEY, keyPolicy: policy(deny('*')) },
    'explicitDeny',
  ],
  [
    'SCPs do not matter to a service',
    'iam: SCP',
    request({ principal: LOGS, keyPolicy: policy(allow({ Service: LOGS })), scps: undefined }),
    'allowed',
  ],
  [
    'RCPs matter to a service',
    'iam: RCP',
    request({ principal: LOGS, keyPolicy: policy(allow({ Service: LOGS })), rcps: undefined }),
    'unknown',
  ],
  [
    'nothing is allowed, and SCPs could make it an explicit Deny',
    '1.a: step 1',
    request({ keyPolicy: NOBODY, scps: undefined }),
    'unknown',
  ],
  // Context
  [
    'a key that is left out is absent',
    '7: absent keys',
    request({ keyPolicy: policy(allow({ AWS: ROLE }, { Condition: WITH_VPCE })) }),
    'implicitDeny',
  ],
  [
    'a key that is left out of a partial context is unknown',
    '7: absent keys',
    request({ contextIsPartial: true, keyPolicy: policy(allow({ AWS: ROLE }, { Condition: WITH_VPCE })) }),
    'unknown',
  ],
  [
    'a partial context matters only where it is asked',
    '7: absent keys',
    request({ contextIsPartial: true, keyPolicy: FOR_ROLE }),
    'allowed',
  ],
  [
    'a Deny on an unknown key',
    '7: absent keys',
    request({ contextIsPartial: true, keyPolicy: policy(allow({ AWS: ROLE }), deny('*', { Condition: WITH_VPCE })) }),
    'unknown',
  ],
  [
    'an unknown key beside a condition that fails',
    '7: AND',
    request({
      contextIsPartial: true,
      context: { 'aws:SecureTransport': 'false' },
      keyPolicy: policy(allow({ AWS: ROLE }, { Condition: { ...WITH_VPCE, Bool: { 'aws:SecureTransport': 'true' } } })),
    }),
    'implicitDeny',
  ],
  [
    'an unknown Allow beside one that holds',
    '1.a: step 4',
    request({
      contextIsPartial: true,
      keyPolicy: policy(allow({ AWS: ROLE }, { Condition: WITH_VPCE }), allow({ AWS: ROLE })),
    }),
    'allowed',
  ],
  [
    'an unknown Allow and a Deny that holds',
    '1.a: step 1',
    request({ contextIsPartial: true, keyPolicy: policy(allow({ AWS: ROLE }, { Condition: WITH_VPCE }), deny('*')) }),
    'explicitDeny',
  ],
  [
    'null in a partial context says absent',
    '7: Null',
    request({
      contextIsPartial: true,
      context: { 'aws:SourceVpce': null },
      keyPolicy: policy(allow({ AWS: ROLE }, { Condition: WITH_VPCE })),
    }),
    'implicitDeny',
  ],
  [
    'an unknown variable',
    'iam: variables',
    request({
      contextIsPartial: true,
      context: { 'aws:SourceVpce': 'vpce-1' },
      keyPolicy: policy(
        allow({ AWS: ROLE }, { Condition: { StringEquals: { 'aws:SourceVpce': '${aws:PrincipalTag/vpce}' } } }),
      ),
    }),
    'unknown',
  ],
  [
    'an unknown variable beside a value that fits',
    '7: OR',
    request({
      contextIsPartial: true,
      context: { 'aws:SourceVpce': 'vpce-1' },
      keyPolicy: policy(
        allow(
          { AWS: ROLE },
          { Condition: { StringEquals: { 'aws:SourceVpce': ['${aws:PrincipalTag/vpce}', 'vpce-1'] } } },
        ),
      ),
    }),
    'allowed',
  ],
  [
    'the encryption context is not fully known',
    '12: constraints',
    request({
      contextIsPartial: true,
      context: { 'kms:EncryptionContext:a': '1' },
      grants: [
        { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextEquals: { a: '1' } } },
      ],
    }),
    'unknown',
  ],
  [
    'a subset is known to be there',
    '12: constraints',
    request({
      contextIsPartial: true,
      context: { 'kms:EncryptionContext:a': '1' },
      grants: [
        { granteePrincipal: ROLE, operations: ['Decrypt'], constraints: { encryptionContextSubset: { a: '1' } } },
      ],
    }),
    'allowed',
  ],
  // The key
  [
    'which account the key is of is not told',
    '15: cross-account',
    request({ resource: undefined, keyPolicy: FOR_ROLE }),
    'unknown',
  ],
  [
    'the account does not matter when nothing allows',
    '1.a: step 7',
    request({ resource: undefined, keyPolicy: policy() }),
    'implicitDeny',
  ],
  [
    'the account does not matter when both ways allow',
    '1.a: steps 4 and 6',
    request({ resource: undefined, keyPolicy: FOR_ROLE, identityPolicies: [FULL_ACCESS] }),
    'allowed',
  ],
  [
    'IAM on a key whose ARN is not told',
    '5: Resource',
    request({
      resource: undefined,
      key: { account: ACCOUNT },
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [policy(may({ Resource: KEY }))],
    }),
    'unknown',
  ],
  [
    'IAM on every key of the account',
    '5: Resource',
    request({
      resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`,
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [policy(may({ Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` }))],
    }),
    'allowed',
  ],
  [
    'IAM on every key of another account',
    '5: Resource',
    request({
      resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`,
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [policy(may({ Resource: 'arn:aws:kms:*:444455556666:key/*' }))],
    }),
    'implicitDeny',
  ],
  [
    'IAM on everything',
    '5: Resource',
    request({
      resource: `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`,
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [FULL_ACCESS],
    }),
    'allowed',
  ],
  [
    'a foreign role that is named beside its account',
    '1.a: step 6',
    request({
      principal: OTHER_ROLE,
      identityPolicies: undefined,
      keyPolicy: policy(allow({ AWS: OTHER_ROOT }), allow({ AWS: OTHER_ROLE })),
    }),
    'delegatedToIam',
  ],
];
