import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { serviceReference } from '../support/serviceReference.js';

function rulesThatFire(text: string, facts: PolicyFacts = {}): string[] {
  const { findings } = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind: { choice: 'key-policy', glob: 'test' }, facts }),
  }).analyze({ uri: 'file:///policy.json', languageId: 'json', text });
  return findings().map(({ rule }) => rule.id);
}

const ACCOUNT =
  '{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }';
const ROLE = '{ "AWS": "arn:aws:iam::111122223333:role/App" }';
const SNS = '{ "Service": "sns.amazonaws.com" }';
const LOGS = '{ "Service": "logs.us-east-1.amazonaws.com" }';
const LOGS_ACTIONS = '["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]';

/** A key policy with the statement for the account and one more. */
const withStatement = (principal: string, condition: string, action = '"kms:Decrypt"', effect = 'Allow') =>
  `{ "Version": "2012-10-17", "Statement": [${ACCOUNT}, { "Effect": "${effect}", "Principal": ${principal}, "Action": ${action}, "Resource": "*", "Condition": ${condition} }] }`;
const onlyStatement = (statement: string) => `{ "Version": "2012-10-17", "Statement": [${statement}] }`;

const MISTAKES: Readonly<Record<string, readonly [text: string, rule: string, facts?: PolicyFacts]>> = {
  'an action that lacks the key': [
    withStatement(
      ROLE,
      '{ "StringEquals": { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }',
      '["kms:Decrypt", "kms:DescribeKey"]',
    ),
    'cond-key-not-for-action',
  ],
  'an encryption context on an action without one': [
    withStatement(
      ROLE,
      '{ "StringEquals": { "kms:EncryptionContext:App": "Billing" } }',
      '["kms:Decrypt", "kms:DescribeKey"]',
    ),
    'enc-context-wrong-action',
  ],
  'a condition on grants beside the use of the key': [
    withStatement(ROLE, '{ "Bool": { "kms:GrantIsForAWSResource": "true" } }', '["kms:CreateGrant", "kms:Decrypt"]'),
    'key-grant-cond-on-crypto',
  ],
  'both Boolean values': [
    withStatement(ROLE, '{ "Bool": { "kms:MultiRegion": ["true", "false"] } }'),
    'cond-bool-multiple',
  ],
  'a source account that may be absent': [
    withStatement(SNS, '{ "StringEqualsIfExists": { "aws:SourceAccount": "111122223333" } }'),
    'cond-ifexists-weak',
  ],
  'a negated guard': [
    withStatement(ROLE, '{ "StringNotEquals": { "aws:PrincipalTag/team": "x" } }'),
    'cond-negated-allow',
  ],
  'a private address': [withStatement(ROLE, '{ "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }'), 'cond-ip-private'],
  'every address': [withStatement(ROLE, '{ "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }'), 'cond-ip-everyone'],
  'every address for everyone': [
    withStatement('"*"', '{ "IpAddress": { "aws:SourceIp": "0.0.0.0/0" } }'),
    'public-weak-condition',
  ],
  'the id of an endpoint under the key for VPCs': [
    withStatement(ROLE, '{ "StringEquals": { "aws:SourceVpc": "vpce-0a1b2c3d" } }'),
    'cond-vpc-id',
  ],
  'a private address without its network': [
    withStatement(ROLE, '{ "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/8" } }'),
    'cond-pair-missing',
  ],
  'a Region in capitals': [
    withStatement(ROLE, '{ "StringEquals": { "aws:RequestedRegion": "EU-WEST-1" } }'),
    'cond-case-sensitive-value',
  ],
  'a Region that is none': [
    withStatement(ROLE, '{ "StringEquals": { "aws:RequestedRegion": "eu-west" } }'),
    'cond-region-value',
  ],
  'a Deny that access keys escape': [
    withStatement(
      '{ "AWS": "arn:aws:iam::111122223333:user/A" }',
      '{ "Bool": { "aws:MultiFactorAuthPresent": "false" } }',
      '"kms:DisableKey"',
      'Deny',
    ),
    'cond-mfa-antipattern',
  ],
  'a source of every account': [
    withStatement(SNS, '{ "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:*" } }'),
    'cond-too-wide',
  ],
  'a log group of every account': [
    withStatement(
      LOGS,
      '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:*:*" } }',
      LOGS_ACTIONS,
    ),
    'cond-too-wide',
  ],
  'a log group of another Region than the principal': [
    withStatement(
      LOGS,
      '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:*" } }',
      LOGS_ACTIONS,
    ),
    'logs-principal-region-mismatch',
    { account: '111122223333', region: 'us-east-1' },
  ],
  'a log group of another account': [
    withStatement(
      LOGS,
      '{ "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:444455556666:*" } }',
      LOGS_ACTIONS,
    ),
    'logs-context-region-account',
    { account: '111122223333', region: 'us-east-1' },
  ],
  'a service of another Region': [
    withStatement(ROLE, '{ "StringEquals": { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } }'),
    'viaservice-region-mismatch',
    { region: 'us-east-1' },
  ],
  'the account of an example': [
    onlyStatement(ACCOUNT),
    'key-root-other-account',
    { account: '444455556666', caller: 'arn:aws:iam::444455556666:role/Deploy' },
  ],
  'management for another account': [
    withStatement(
      '{ "AWS": "arn:aws:iam::444455556666:role/Ops" }',
      '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }',
      '["kms:Decrypt", "kms:EnableKey"]',
    ),
    'key-action-cross-account-void',
  ],
  'an administration that has ended': [
    onlyStatement(
      ACCOUNT.replace(/ \}$/, ', "Condition": { "DateLessThan": { "aws:CurrentTime": "2020-01-01T00:00:00Z" } } }'),
    ),
    'lockout-expired-date',
  ],
};

describe('one mistake in a guard gives one finding', () => {
  for (const [name, [text, rule, facts]] of Object.entries(MISTAKES)) {
    it(name, () => expect(rulesThatFire(text, facts)).toEqual([rule]));
  }
});
