import {
  allow,
  deny,
  FULL_ACCESS,
  KEY,
  LOGS,
  may,
  mayNot,
  policy,
  ROLE,
  request,
} from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const under = (more: object) => request({ keyPolicy: policy(allow({ AWS: ROLE })), ...more });
const ENCRYPT = policy(may({ Action: 'kms:Encrypt' }));
const DECRYPT = policy(may({ Action: 'kms:Decrypt' }));

/** Service control policies, resource control policies and endpoint policies. */
export const guardrailCases: readonly RequestCase[] = [
  ['policies of one level are united', 'iam: SCP levels', under({ scps: [ENCRYPT, DECRYPT] }), 'allowed'],
  ['each level must allow', 'iam: SCP levels', under({ scps: [[FULL_ACCESS], [ENCRYPT]] }), 'implicitDeny'],
  ['each level allows', 'iam: SCP levels', under({ scps: [[FULL_ACCESS], [ENCRYPT, DECRYPT], [DECRYPT]] }), 'allowed'],
  [
    'a Deny at any level',
    'iam: SCP levels',
    under({ scps: [[FULL_ACCESS, policy(mayNot())], [FULL_ACCESS]] }),
    'explicitDeny',
  ],
  ['a level without policies allows nothing', 'iam: SCP levels', under({ scps: [[FULL_ACCESS], []] }), 'implicitDeny'],
  ['an SCP under a name', 'iam: SCP', under({ scps: [{ name: 'FullAWSAccess', policy: FULL_ACCESS }] }), 'allowed'],
  ['an SCP as JSON', 'iam: SCP', under({ scps: [JSON.stringify(FULL_ACCESS)] }), 'allowed'],
  ['one SCP that is no list', 'iam: SCP', under({ scps: DECRYPT }), 'allowed'],
  ['an SCP on other keys', 'iam: SCP', under({ scps: [policy(may({ Resource: `${KEY}0` }))] }), 'implicitDeny'],
  [
    'an SCP by Region: inside',
    '9: aws:RequestedRegion',
    under({
      scps: [
        FULL_ACCESS,
        policy(
          mayNot({
            Action: '*',
            Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
          }),
        ),
      ],
    }),
    'allowed',
  ],
  [
    'an SCP by Region: outside',
    '9: aws:RequestedRegion',
    under({
      scps: [
        FULL_ACCESS,
        policy(mayNot({ Action: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } })),
      ],
    }),
    'explicitDeny',
  ],
  [
    'an SCP that exempts a role',
    'iam: SCP',
    under({
      scps: [
        FULL_ACCESS,
        policy(mayNot({ Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } } })),
      ],
    }),
    'allowed',
  ],
  [
    'RCPs are united within a level',
    'iam: RCP',
    under({ rcps: [policy(allow('*', { Action: 'kms:Encrypt' })), policy(allow('*', { Action: 'kms:Decrypt' }))] }),
    'allowed',
  ],
  [
    'each level of RCPs must allow',
    'iam: RCP',
    under({ rcps: [[policy(allow('*'))], [policy(allow('*', { Action: 'kms:Encrypt' }))]] }),
    'implicitDeny',
  ],
  [
    'an RCP for one principal only',
    'iam: RCP',
    under({ rcps: [policy(allow('*'), deny({ AWS: `${ROLE}2` }))] }),
    'allowed',
  ],
  [
    'the confused deputy: a service for a stranger',
    'iam: RCP',
    request({
      principal: LOGS,
      context: { 'aws:SourceOrgID': 'o-zzz', 'aws:SourceAccount': '999988887777' },
      keyPolicy: policy(allow({ Service: LOGS })),
      rcps: [
        policy(
          allow('*'),
          deny('*', {
            Condition: {
              StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-abc' },
              Null: { 'aws:SourceAccount': 'false' },
              Bool: { 'aws:PrincipalIsAWSService': 'true' },
            },
          }),
        ),
      ],
    }),
    'explicitDeny',
  ],
  [
    'the confused deputy: a service for a member',
    'iam: RCP',
    request({
      principal: LOGS,
      context: { 'aws:SourceOrgID': 'o-abc', 'aws:SourceAccount': '111122223333' },
      keyPolicy: policy(allow({ Service: LOGS })),
      rcps: [
        policy(
          allow('*'),
          deny('*', {
            Condition: {
              StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-abc' },
              Null: { 'aws:SourceAccount': 'false' },
              Bool: { 'aws:PrincipalIsAWSService': 'true' },
            },
          }),
        ),
      ],
    }),
    'allowed',
  ],
  ['no endpoint policy is in play', '16: default', under({ endpointPolicy: null }), 'allowed'],
  [
    'an endpoint policy for one role',
    '16: endpoint policy',
    under({ endpointPolicy: policy(allow({ AWS: ROLE })) }),
    'allowed',
  ],
  [
    'an endpoint policy for another role',
    '16: endpoint policy',
    under({ endpointPolicy: policy(allow({ AWS: `${ROLE}2` })) }),
    'implicitDeny',
  ],
  [
    'an endpoint policy for the account',
    '16: endpoint policy',
    under({ endpointPolicy: policy(allow({ AWS: '111122223333' })) }),
    'allowed',
  ],
  [
    'an endpoint policy for one key',
    '16: endpoint policy',
    under({ endpointPolicy: policy(allow('*', { Resource: KEY })) }),
    'allowed',
  ],
  [
    'an endpoint policy for another key',
    '16: endpoint policy',
    under({ endpointPolicy: policy(allow('*', { Resource: `${KEY}0` })) }),
    'implicitDeny',
  ],
];
