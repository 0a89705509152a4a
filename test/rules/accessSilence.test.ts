import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../../protocol/src/vocabulary.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { serviceReference } from '../support/serviceReference.js';

const rulesOf = (kind: PolicyKind, text: string) =>
  createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind: { choice: kind, glob: 'test' } }),
  })
    .analyze({ uri: 'file:///policy.json', languageId: 'json', text })
    .findings()
    .map(({ rule }) => rule.id);

const key = (...statements: readonly string[]) => keyPolicy([ACCOUNT_STATEMENT, ...statements]);
const named = (principal: string, action = '"kms:Decrypt"') => key(allow(`{ "AWS": "${principal}" }`, action));
const IAM = 'arn:aws:iam::111122223333:role';

/** Each with the one rule that speaks of it. */
const MISTAKES: Readonly<Record<string, readonly [kind: PolicyKind, text: string, rule: string]>> = {
  'a service-linked role without its path': [
    'key-policy',
    named(`${IAM}/AWSServiceRoleForAutoScaling`),
    'principal-slr-path',
  ],
  'a role of Identity Center without its path': [
    'key-policy',
    named(`${IAM}/AWSReservedSSO_A_0123456789abcdef`),
    'principal-sso-role-path',
  ],
  'a session': ['key-policy', named('arn:aws:sts::111122223333:assumed-role/App/me'), 'principal-session-arn'],
  'another partition': ['key-policy', named('arn:aws-cn:iam::111122223333:role/App'), 'principal-partition-mismatch'],
  'another account with all of KMS': [
    'key-policy',
    named('arn:aws:iam::444455556666:root', '"kms:*"'),
    'cross-account-root-broad',
  ],
  'another account with grants': [
    'key-policy',
    named('arn:aws:iam::444455556666:root', '"kms:CreateGrant"'),
    'cross-account-grant',
  ],
  'a deletion that cannot be called off': [
    'key-policy',
    key(allow(role('A'), '"kms:ScheduleKeyDeletion"')),
    'schedule-without-cancel',
  ],
  'a pattern that is misread': ['key-policy', key(allow(role('A'), '"kms:Delete*"')), 'action-delete-star-misread'],
  'an action of KMS itself': [
    'key-policy',
    key(allow(role('A'), '"kms:SynchronizeMultiRegionKey"')),
    'kms-internal-action',
  ],
  'all but some denied to a role': [
    'key-policy',
    key(`{ "Effect": "Deny", "Principal": ${role('A')}, "NotAction": "kms:Decrypt", "Resource": "*" }`),
    'notaction-deny-review',
  ],
  'all but some denied to everyone': [
    'key-policy',
    key('{ "Effect": "Deny", "Principal": "*", "NotAction": "kms:Decrypt", "Resource": "*" }'),
    'lockout-deny-self',
  ],
  'a bucket that nobody can change': [
    'bucket-policy',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket" }] }',
    'bucket-lockout',
  ],
  'an open endpoint': [
    'vpc-endpoint-policy',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }] }',
    'endpoint-policy-open',
  ],
  'a service at an endpoint': [
    'vpc-endpoint-policy',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/*" }] }',
    'endpoint-principal-shape',
  ],
  'services outside of an organization': [
    'rcp',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }] }',
    'rcp-service-carveout',
  ],
};

describe('one mistake about access gives one finding', () => {
  for (const [name, [kind, text, rule]] of Object.entries(MISTAKES)) {
    it(name, () => expect(rulesOf(kind, text)).toEqual([rule]));
  }
});
