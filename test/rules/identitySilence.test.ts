import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { allowing, policyOn } from '../support/identityPolicy.js';
import { serviceReference } from '../support/serviceReference.js';

const analyzer = createAnalyzer({
  reference: serviceReference,
  settingsFor: () => ({ levels: {}, kind: { choice: 'identity-policy', glob: 'test' } }),
});
const findingsOf = (text: string) =>
  analyzer.analyze({ uri: 'file:///role.json', languageId: 'json', text }).findings();
const rulesOf = (text: string) => findingsOf(text).map(({ rule }) => rule.id);

/** Policies that AWS manages or publishes, in their shape: what they allow on `*` is allowed there on purpose. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'power users of KMS': policyOn(
    allowing(
      '["kms:CreateAlias", "kms:CreateKey", "kms:DeleteAlias", "kms:Describe*", "kms:GenerateRandom", "kms:Get*", "kms:List*", "kms:TagResource", "kms:UntagResource", "iam:ListGroups", "iam:ListRoles", "iam:ListUsers"]',
    ),
  ),
  'a function that writes logs': policyOn(
    allowing('["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]'),
  ),
  'the agent of CloudWatch': policyOn(
    allowing(
      '["cloudwatch:PutMetricData", "ec2:DescribeVolumes", "ec2:DescribeTags", "logs:PutLogEvents", "logs:PutRetentionPolicy", "logs:DescribeLogStreams", "logs:DescribeLogGroups", "logs:CreateLogStream", "logs:CreateLogGroup"]',
    ),
    allowing('"ssm:GetParameter"', '"arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*"'),
  ),
  'all of CloudWatch Logs': policyOn(allowing('["logs:*", "cloudwatch:GenerateQuery"]')),
  'reading of S3': policyOn(allowing('["s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*"]')),
  'functions of a service': policyOn(
    allowing('["lambda:*", "logs:DescribeLogGroups", "iam:GetRole", "iam:ListRoles"]'),
    allowing(
      '"iam:PassRole"',
      '"*"',
      ', "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } }',
    ),
  ),
  "one's own password and keys": policyOn(
    allowing(
      '["iam:ChangePassword", "iam:CreateAccessKey", "iam:UpdateLoginProfile"]',
      '"arn:aws:iam::*:user/${aws:username}"',
    ),
  ),
  'keys of an account': policyOn(
    allowing(
      '["kms:PutKeyPolicy", "kms:CreateGrant", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"]',
      '"arn:aws:kms:*:111122223333:key/*"',
    ),
  ),
  'pulling images': policyOn(
    allowing('["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]'),
  ),
};

describe('identity policies as AWS publishes them', () => {
  for (const [name, text] of Object.entries(PUBLISHED)) {
    it(`get no warning: ${name}`, () => {
      expect(findingsOf(text).filter(({ level }) => level !== 'info')).toEqual([]);
    });
  }
});

/** Each with the one rule that speaks of it. */
const MISTAKES: Readonly<Record<string, readonly [text: string, ...rules: readonly string[]]>> = {
  'everything on everything': [policyOn(allowing('"*"')), 'full-admin'],
  'everything on one key': [policyOn(allowing('"*"', '"arn:aws:kms:us-east-1:111122223333:key/*"')), 'action-star'],
  'all of KMS': [policyOn(allowing('"kms:*"')), 'kms-star-identity'],
  'all of IAM': [policyOn(allowing('"iam:*"')), 'privilege-escalation-combo'],
  'any role': [policyOn(allowing('"iam:PassRole"')), 'passrole-broad'],
  'any role of services': [policyOn(allowing('"iam:CreateServiceLinkedRole"')), 'create-slr-broad'],
  'any role and code': [
    policyOn(allowing('["iam:PassRole", "ec2:RunInstances"]')),
    'passrole-broad',
    'privilege-escalation-combo',
  ],
  'access keys of anyone': [policyOn(allowing('"iam:CreateAccessKey"')), 'privilege-escalation-combo'],
  'key policies': [policyOn(allowing('"kms:PutKeyPolicy"')), 'permissions-management-unscoped'],
  'deletion of keys': [
    policyOn(allowing('["kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"]')),
    'key-destructive-unscoped',
  ],
  'the policy of buckets': [policyOn(allowing('"s3:PutBucketPolicy"')), 's3-policy-escalation'],
  'any session': [policyOn(allowing('"sts:AssumeRole"')), 'credentials-exposure'],
  'any object': [policyOn(allowing('"s3:GetObject"')), 'data-exfiltration'],
  'all but some of both': [
    policyOn('{ "Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::amzn-s3-demo-bucket" }'),
    'notaction-notresource',
  ],
  'all but some denied': [
    policyOn('{ "Effect": "Deny", "NotAction": "kms:Decrypt", "Resource": "*" }'),
    'notaction-deny-review',
  ],
  'the same twice': [policyOn(allowing('"kms:ListKeys"'), allowing('["kms:ListKeys"]')), 'statement-duplicate'],
  'the same again, and less': [policyOn(allowing('"kms:List*"'), allowing('"kms:ListKeys"')), 'statement-subsumed'],
};

describe('one mistake of an identity policy gives one finding', () => {
  for (const [name, [text, ...rules]] of Object.entries(MISTAKES)) {
    it(name, () => expect(rulesOf(text)).toEqual(rules));
  }
});
