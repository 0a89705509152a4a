import { ACCOUNT, allow, KEY, may, policy, ROLE, ROOT, request, USER } from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const when = (Condition: object, context: object = {}, more: object = {}) =>
  request({ context, keyPolicy: { Version: '2012-10-17', Statement: allow({ AWS: ROLE }, { Condition }), ...more } });
const inResource = (Resource: string, more: object = {}) =>
  request({ keyPolicy: policy(allow({ AWS: ROOT })), identityPolicies: [policy(may({ Resource }))], ...more });
const TEAM = 'aws:PrincipalTag/team';
const CONTEXT_TEAM = 'kms:EncryptionContext:team';

/** Policy variables. */
export const variableCases: readonly RequestCase[] = [
  [
    'a variable is the value of its key',
    '8.b: variables',
    when({ StringEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } }, { [TEAM]: 'red', [CONTEXT_TEAM]: 'red' }),
    'allowed',
  ],
  [
    'a variable of another value',
    '8.b: variables',
    when({ StringEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } }, { [TEAM]: 'red', [CONTEXT_TEAM]: 'blue' }),
    'implicitDeny',
  ],
  [
    'a variable within a text',
    'iam: variables',
    when(
      { StringEquals: { [CONTEXT_TEAM]: 'team-${aws:PrincipalTag/team}-x' } },
      { [TEAM]: 'red', [CONTEXT_TEAM]: 'team-red-x' },
    ),
    'allowed',
  ],
  [
    'variable names ignore case',
    'iam: variables',
    when({ StringEquals: { [CONTEXT_TEAM]: '${AWS:principaltag/TEAM}' } }, { [TEAM]: 'red', [CONTEXT_TEAM]: 'red' }),
    'allowed',
  ],
  [
    'two variables',
    'iam: variables',
    when(
      { StringLike: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}/${aws:PrincipalAccount}/*' } },
      { [TEAM]: 'red', [CONTEXT_TEAM]: 'red/111122223333/x' },
    ),
    'allowed',
  ],
  [
    'a variable without value matches nothing',
    'iam: variables',
    when({ StringLike: { [CONTEXT_TEAM]: '*${aws:PrincipalTag/team}*' } }, { [CONTEXT_TEAM]: 'red' }),
    'implicitDeny',
  ],
  [
    'a variable without value does not match its own text',
    'iam: variables',
    when(
      { StringEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } },
      { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' },
    ),
    'implicitDeny',
  ],
  [
    'a variable without value under a negated operator',
    'iam: variables',
    when({ StringNotEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } }, { [CONTEXT_TEAM]: 'red' }),
    'allowed',
  ],
  [
    'a default',
    'iam: variable defaults',
    when({ StringEquals: { [CONTEXT_TEAM]: "${aws:PrincipalTag/team, 'all'}" } }, { [CONTEXT_TEAM]: 'all' }),
    'allowed',
  ],
  [
    'a default gives way to the value',
    'iam: variable defaults',
    when(
      { StringEquals: { [CONTEXT_TEAM]: "${aws:PrincipalTag/team, 'all'}" } },
      { [TEAM]: 'red', [CONTEXT_TEAM]: 'all' },
    ),
    'implicitDeny',
  ],
  [
    'an empty default',
    'iam: variable defaults',
    when({ StringEquals: { [CONTEXT_TEAM]: "x${aws:PrincipalTag/team, ''}" } }, { [CONTEXT_TEAM]: 'x' }),
    'allowed',
  ],
  [
    '${*} is a star',
    'iam: escapes',
    when({ StringLike: { [CONTEXT_TEAM]: 'a${*}c' } }, { [CONTEXT_TEAM]: 'a*c' }),
    'allowed',
  ],
  [
    '${*} is no wildcard',
    'iam: escapes',
    when({ StringLike: { [CONTEXT_TEAM]: 'a${*}c' } }, { [CONTEXT_TEAM]: 'abc' }),
    'implicitDeny',
  ],
  [
    '${?} is a question mark',
    'iam: escapes',
    when({ StringLike: { [CONTEXT_TEAM]: 'a${?}*' } }, { [CONTEXT_TEAM]: 'a?bc' }),
    'allowed',
  ],
  [
    '${?} is no wildcard',
    'iam: escapes',
    when({ StringLike: { [CONTEXT_TEAM]: 'a${?}*' } }, { [CONTEXT_TEAM]: 'abbc' }),
    'implicitDeny',
  ],
  [
    '${$} is a dollar sign',
    'iam: escapes',
    when({ StringEquals: { [CONTEXT_TEAM]: '${$}{x}' } }, { [CONTEXT_TEAM]: '${x}' }),
    'allowed',
  ],
  [
    'a wildcard beside an escaped star',
    'iam: escapes',
    when({ StringLike: { [CONTEXT_TEAM]: '*${*}' } }, { [CONTEXT_TEAM]: 'x?*' }),
    'allowed',
  ],
  [
    'a wildcard in a value stands for itself',
    'iam: variables',
    when({ StringLike: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } }, { [TEAM]: '*', [CONTEXT_TEAM]: 'red' }),
    'implicitDeny',
  ],
  [
    'a key with several values is no variable',
    'iam: variables',
    when({ StringEquals: { [CONTEXT_TEAM]: '${aws:TagKeys}' } }, { 'aws:TagKeys': ['a', 'b'], [CONTEXT_TEAM]: 'a' }),
    'implicitDeny',
  ],
  [
    'an old version has no variables',
    '2: Version',
    when(
      { StringEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } },
      { [TEAM]: 'red', [CONTEXT_TEAM]: 'red' },
      { Version: '2008-10-17' },
    ),
    'implicitDeny',
  ],
  [
    'an old version takes the text as it stands',
    '2: Version',
    when(
      { StringEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } },
      { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' },
      { Version: '2008-10-17' },
    ),
    'allowed',
  ],
  [
    'no version is the old one',
    '2: Version',
    when(
      { StringEquals: { [CONTEXT_TEAM]: '${aws:PrincipalTag/team}' } },
      { [TEAM]: 'red', [CONTEXT_TEAM]: 'red' },
      { Version: undefined },
    ),
    'implicitDeny',
  ],
  [
    'a variable that follows from the caller',
    '9: aws:username',
    request({
      principal: USER,
      context: { 'kms:EncryptionContext:user': 'kim' },
      keyPolicy: policy(
        allow({ AWS: USER }, { Condition: { StringEquals: { 'kms:EncryptionContext:user': '${aws:username}' } } }),
      ),
    }),
    'allowed',
  ],
  [
    'a variable in a Resource',
    'iam: variables',
    request({
      keyPolicy: policy(allow({ AWS: ROOT })),
      context: { 'aws:PrincipalTag/key': '1234abcd-12ab-34cd-56ef-1234567890ab' },
      identityPolicies: [policy(may({ Resource: 'arn:aws:kms:*:*:key/${aws:PrincipalTag/key}' }))],
    }),
    'allowed',
  ],
  [
    'a variable in a Resource without value',
    'iam: variables',
    request({
      keyPolicy: policy(allow({ AWS: ROOT })),
      identityPolicies: [policy(may({ Resource: 'arn:aws:kms:*:*:key/${aws:PrincipalTag/key}*' }))],
    }),
    'implicitDeny',
  ],
  [
    'a variable in a Resource of an old policy',
    '2: Version',
    request({
      keyPolicy: policy(allow({ AWS: ROOT })),
      context: { 'aws:PrincipalTag/key': KEY.slice(-36) },
      identityPolicies: [{ Statement: may({ Resource: 'arn:aws:kms:*:*:key/${aws:PrincipalTag/key}' }) }],
    }),
    'implicitDeny',
  ],
  // In a Resource
  [
    'a variable in a Resource of another value',
    'iam: variables',
    inResource('arn:aws:kms:*:*:key/${aws:PrincipalTag/key}', { context: { 'aws:PrincipalTag/key': 'other' } }),
    'implicitDeny',
  ],
  [
    'a variable in a Resource that is not told',
    'iam: variables',
    inResource('arn:aws:kms:*:*:key/${aws:PrincipalTag/key}', { contextIsPartial: true }),
    'unknown',
  ],
  [
    'a variable in a Resource for a key that is not told',
    'iam: variables',
    inResource('arn:aws:kms:*:${aws:PrincipalAccount}:key/*', { resource: undefined, key: { account: ACCOUNT } }),
    'allowed',
  ],
  [
    'a variable in a Resource that leaves a bare star',
    'iam: variables',
    inResource('*${aws:PrincipalTag/suffix}', {
      context: { 'aws:PrincipalTag/suffix': '' },
      resource: undefined,
      key: { account: ACCOUNT },
    }),
    'allowed',
  ],
  ['an escaped star is no wildcard', 'iam: variables', inResource('arn:aws:kms:*:*:key/${*}'), 'implicitDeny'],
  [
    'an escaped star is a star',
    'iam: variables',
    inResource('arn:aws:kms:*:*:key/${*}', { resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/*` }),
    'allowed',
  ],
  // A wildcard beside a variable stands for one character, also where that is a wildcard itself
  ...['*', '?'].map(
    (character): RequestCase => [
      `a question mark for a "${character}" of the request`,
      'iam: variables',
      when(
        { StringLike: { [CONTEXT_TEAM]: '?${aws:PrincipalTag/team}' } },
        { [TEAM]: 'red', [CONTEXT_TEAM]: `${character}red` },
      ),
      'allowed',
    ],
  ),
];
