import {
  ACCOUNT_ONLY,
  allow,
  deny,
  FULL_ACCESS,
  may,
  mayNot,
  NOBODY,
  policy,
  ROLE,
  ROOT,
  request,
  SESSION,
  USER,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const FOR_ROLE = policy(allow({ AWS: ROLE }));
const DENY_ALL = policy(may(), mayNot());
const DECRYPT_ONLY = policy(may({ Action: 'kms:Decrypt' }));
const ENCRYPT_ONLY = policy(may({ Action: 'kms:Encrypt' }));

/** The order of evaluation: who is asked, and what beats what. */
export const orderCases: readonly RequestCase[] = [
  // Step 1: an explicit Deny anywhere.
  [
    'a Deny in the key policy beats its Allow',
    '1.a: step 1',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), deny({ AWS: ROLE })) }),
    'explicitDeny',
  ],
  [
    'a Deny before the Allow',
    '1.a: step 1',
    request({ keyPolicy: policy(deny({ AWS: ROLE }), allow({ AWS: ROLE })) }),
    'explicitDeny',
  ],
  [
    'a Deny for everyone',
    '1.a: step 1',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), deny('*')) }),
    'explicitDeny',
  ],
  [
    'a Deny for the account denies its roles',
    '1.a: step 1',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), deny({ AWS: ROOT })) }),
    'explicitDeny',
  ],
  [
    'a Deny of another action',
    '1.a: step 1',
    request({ keyPolicy: policy(allow({ AWS: ROLE }), deny('*', { Action: 'kms:Encrypt' })) }),
    'allowed',
  ],
  [
    'a Deny in an identity policy beats the key policy',
    '1.a: step 1',
    request({ keyPolicy: FOR_ROLE, identityPolicies: [DENY_ALL] }),
    'explicitDeny',
  ],
  [
    'a Deny in the second identity policy',
    '1.a: step 1',
    request({ keyPolicy: FOR_ROLE, identityPolicies: [FULL_ACCESS, policy(mayNot())] }),
    'explicitDeny',
  ],
  [
    'an IAM Deny works though the key policy does not enable IAM',
    '1: fact 1.4',
    request({ keyPolicy: NOBODY, identityPolicies: [policy(mayNot())] }),
    'explicitDeny',
  ],
  ['a Deny in the boundary', '1.a: step 1', request({ keyPolicy: FOR_ROLE, boundary: DENY_ALL }), 'explicitDeny'],
  [
    'a Deny in a session policy',
    '1.a: step 1',
    request({ principal: SESSION, keyPolicy: FOR_ROLE, sessionPolicies: [DENY_ALL] }),
    'explicitDeny',
  ],
  ['a Deny in an SCP', '1.a: step 1', request({ keyPolicy: FOR_ROLE, scps: [DENY_ALL] }), 'explicitDeny'],
  [
    'a Deny in an RCP',
    '1.a: step 1',
    request({ keyPolicy: FOR_ROLE, rcps: [policy(allow('*'), deny('*'))] }),
    'explicitDeny',
  ],
  [
    'a Deny in the endpoint policy',
    '1.a: step 1',
    request({ keyPolicy: FOR_ROLE, endpointPolicy: policy(allow('*'), deny('*')) }),
    'explicitDeny',
  ],
  [
    'a Deny where nothing allows anyway is still an explicit one',
    '1: fact 1.7',
    request({ keyPolicy: policy(deny('*')) }),
    'explicitDeny',
  ],
  [
    'a Deny beats a grant',
    '1: fact 1.7',
    request({ keyPolicy: policy(deny({ AWS: ROLE })), grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt'] }] }),
    'explicitDeny',
  ],
  [
    'a Deny in an identity policy beats a grant',
    '1: fact 1.7',
    request({ identityPolicies: [policy(mayNot())], grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt'] }] }),
    'explicitDeny',
  ],
  // Step 2: limits that do not allow.
  ['an SCP that does not allow', '1.a: step 2', request({ keyPolicy: FOR_ROLE, scps: [ENCRYPT_ONLY] }), 'implicitDeny'],
  ['an SCP that allows', '1.a: step 2', request({ keyPolicy: FOR_ROLE, scps: [DECRYPT_ONLY] }), 'allowed'],
  ['no SCP at all', '1: fact 1.6', request({ keyPolicy: FOR_ROLE, scps: [] }), 'allowed'],
  [
    'an RCP that does not allow',
    '1.a: step 2',
    request({ keyPolicy: FOR_ROLE, rcps: [policy(allow('*', { Action: 'kms:Encrypt' }))] }),
    'implicitDeny',
  ],
  [
    'an endpoint policy that does not allow',
    '16: endpoint policy',
    request({ keyPolicy: FOR_ROLE, endpointPolicy: policy(allow('*', { Action: 'kms:Encrypt' })) }),
    'implicitDeny',
  ],
  [
    'an endpoint policy that allows',
    '16: endpoint policy',
    request({ keyPolicy: FOR_ROLE, endpointPolicy: policy(allow('*')) }),
    'allowed',
  ],
  ['an SCP never grants', '1: fact 1.6', request({ scps: [FULL_ACCESS] }), 'implicitDeny'],
  ['an endpoint policy never grants', '1: fact 1.6', request({ endpointPolicy: policy(allow('*')) }), 'implicitDeny'],
  ['an RCP never grants', '1: fact 1.6', request({ rcps: [policy(allow('*'))] }), 'implicitDeny'],
  [
    'a boundary never grants',
    'iam: boundaries',
    request({ keyPolicy: ACCOUNT_ONLY, boundary: FULL_ACCESS }),
    'implicitDeny',
  ],
  // Step 3: grants.
  [
    'a grant alone, in the same account',
    '1.a: step 3',
    request({ grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt'] }] }),
    'allowed',
  ],
  [
    'a grant within an SCP that allows',
    '1.a: step 3',
    request({ scps: [FULL_ACCESS], grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt'] }] }),
    'allowed',
  ],
  [
    'a grant within an SCP that does not allow',
    '1.a: step 2',
    request({ scps: [ENCRYPT_ONLY], grants: [{ GranteePrincipal: ROLE, Operations: ['Decrypt'] }] }),
    'implicitDeny',
  ],
  // Step 4: the key policy names the caller.
  ['the key policy names the role', '1.a: step 4', request({ keyPolicy: FOR_ROLE }), 'allowed'],
  [
    'the key policy names the user',
    '1.a: step 4',
    request({ principal: USER, keyPolicy: policy(allow({ AWS: USER })) }),
    'allowed',
  ],
  [
    'the key policy names the session',
    '1.a: step 4',
    request({ principal: SESSION, keyPolicy: policy(allow({ AWS: SESSION })) }),
    'allowed',
  ],
  [
    'the key policy names the role of a session',
    '1.a: step 4',
    request({ principal: SESSION, keyPolicy: FOR_ROLE }),
    'allowed',
  ],
  [
    'everyone of the account by a condition',
    '1.a: step 4',
    request({
      keyPolicy: policy(allow({ AWS: '*' }, { Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } })),
    }),
    'allowed',
  ],
  [
    'everyone of another account by a condition',
    '1.a: step 4',
    request({
      keyPolicy: policy(allow({ AWS: '*' }, { Condition: { StringEquals: { 'kms:CallerAccount': '444455556666' } } })),
    }),
    'implicitDeny',
  ],
  // Step 5: the key policy lets IAM decide.
  [
    'account statement and IAM Allow',
    '1.a: step 5',
    request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [FULL_ACCESS] }),
    'allowed',
  ],
  ['account statement without IAM Allow', '1.a: step 5', request({ keyPolicy: ACCOUNT_ONLY }), 'implicitDeny'],
  [
    'IAM Allow without account statement',
    '1: fact 1.3',
    request({ keyPolicy: NOBODY, identityPolicies: [FULL_ACCESS] }),
    'implicitDeny',
  ],
  [
    'account statement for other actions',
    '1.a: step 5',
    request({ keyPolicy: policy(allow({ AWS: ROOT }, { Action: 'kms:Encrypt' })), identityPolicies: [FULL_ACCESS] }),
    'implicitDeny',
  ],
  [
    'IAM Allow for other actions',
    '1.a: step 5',
    request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [ENCRYPT_ONLY] }),
    'implicitDeny',
  ],
  [
    'IAM Allow for another key',
    '1.a: step 5',
    request({
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [policy(may({ Resource: 'arn:aws:kms:us-east-1:111122223333:key/other' }))],
    }),
    'implicitDeny',
  ],
  [
    'account statement under a condition that fails',
    '1.a: step 5',
    request({
      keyPolicy: policy(allow({ AWS: ROOT }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      identityPolicies: [FULL_ACCESS],
    }),
    'implicitDeny',
  ],
  [
    'account statement under a condition that holds',
    '1.a: step 5',
    request({
      context: { 'aws:MultiFactorAuthPresent': 'true' },
      keyPolicy: policy(allow({ AWS: ROOT }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      identityPolicies: [FULL_ACCESS],
    }),
    'allowed',
  ],
  [
    'the second identity policy allows',
    '1.a: step 5',
    request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [ENCRYPT_ONLY, DECRYPT_ONLY] }),
    'allowed',
  ],
  // Boundaries and session policies.
  [
    'IAM Allow outside the boundary',
    'iam: boundaries',
    request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [FULL_ACCESS], boundary: ENCRYPT_ONLY }),
    'implicitDeny',
  ],
  [
    'IAM Allow within the boundary',
    'iam: boundaries',
    request({ keyPolicy: ACCOUNT_ONLY, identityPolicies: [FULL_ACCESS], boundary: DECRYPT_ONLY }),
    'allowed',
  ],
  [
    'IAM Allow outside the session policies',
    'iam: session policies',
    request({
      principal: SESSION,
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [FULL_ACCESS],
      sessionPolicies: [ENCRYPT_ONLY],
    }),
    'implicitDeny',
  ],
  [
    'IAM Allow within one of the session policies',
    'iam: session policies',
    request({
      principal: SESSION,
      keyPolicy: ACCOUNT_ONLY,
      identityPolicies: [FULL_ACCESS],
      sessionPolicies: [ENCRYPT_ONLY, DECRYPT_ONLY],
    }),
    'allowed',
  ],
  [
    'a role that is named is bound by its boundary',
    '1.a: notes',
    request({ keyPolicy: FOR_ROLE, boundary: ENCRYPT_ONLY }),
    'implicitDeny',
  ],
  [
    'a role that is named, within its boundary',
    '1.a: notes',
    request({ keyPolicy: FOR_ROLE, boundary: DECRYPT_ONLY }),
    'allowed',
  ],
  [
    'a session whose role is named is bound by its session policies',
    '1.a: notes',
    request({ principal: SESSION, keyPolicy: FOR_ROLE, sessionPolicies: [ENCRYPT_ONLY] }),
    'implicitDeny',
  ],
  [
    'a session that is named is not bound by what its session policies leave out',
    '1.a: notes',
    request({ principal: SESSION, keyPolicy: policy(allow({ AWS: SESSION })), sessionPolicies: [ENCRYPT_ONLY] }),
    'allowed',
  ],
  [
    'a session that is named is not bound by what the boundary leaves out',
    '1.a: notes',
    request({ principal: SESSION, keyPolicy: policy(allow({ AWS: SESSION })), boundary: ENCRYPT_ONLY }),
    'allowed',
  ],
  [
    'a session that is named is bound by a Deny of its session policies',
    '1.a: notes',
    request({ principal: SESSION, keyPolicy: policy(allow({ AWS: SESSION })), sessionPolicies: [DENY_ALL] }),
    'explicitDeny',
  ],
  [
    'a user that is named is not bound by what the boundary leaves out',
    '1.a: notes',
    request({ principal: USER, keyPolicy: policy(allow({ AWS: USER })), boundary: ENCRYPT_ONLY }),
    'allowed',
  ],
  [
    'a user that is named is bound by a Deny of the boundary',
    '1.a: notes',
    request({ principal: USER, keyPolicy: policy(allow({ AWS: USER })), boundary: DENY_ALL }),
    'explicitDeny',
  ],
  [
    'everyone: the boundary of a role leaves it out without effect',
    'iam: wildcard principals and boundaries',
    request({ keyPolicy: policy(allow('*')), boundary: ENCRYPT_ONLY }),
    'allowed',
  ],
  [
    'role and session both named: the session wins',
    '1.a: notes',
    request({
      principal: SESSION,
      keyPolicy: policy(allow({ AWS: [ROLE, SESSION] })),
      sessionPolicies: [ENCRYPT_ONLY],
    }),
    'allowed',
  ],
  // Step 7.
  ['nothing matches', '1.a: step 7', request(), 'implicitDeny'],
  ['a key policy without statements', '1: fact 1.2', request({ keyPolicy: policy() }), 'implicitDeny'],
  [
    'nobody has a right by creation or ownership, the root user neither',
    '1: fact 1.2',
    request({ principal: ROOT, keyPolicy: NOBODY }),
    'implicitDeny',
  ],
];
