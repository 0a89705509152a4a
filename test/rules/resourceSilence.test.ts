import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { ALL_RULES } from '../../server/src/rules/index.js';
import { withCondition } from '../support/conditionPolicy.js';
import { identityPolicy } from '../support/identityPolicy.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';
import { policyOf, serviceStatement } from '../support/serviceStatement.js';

const analyzer = createAnalyzer({
  reference: serviceReference,
  settingsFor: () => ({ levels: {}, kind: undefined }),
  rules: ALL_RULES,
});
const rulesThatFire = (text: string) =>
  analyzer
    .analyze({ uri: 'file:///policy.json', languageId: 'json', text })
    .findings()
    .map(({ rule }) => rule.id);

const RULES = new Set(
  ALL_RULES.map(({ id }) => id).filter((id) =>
    /^(?:arn|resource|notresource|variable|kms-alias|kms-resource|kms-decrypt|bucket-object|logs-stream|logs-suffix)-/.test(
      id,
    ),
  ),
);
const KEY = '"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"';
const decrypt = (resource: string) => identityPolicy('"kms:Decrypt"', resource);
const logs = (resource: string) => `"arn:aws:logs:us-east-1:111122223333:${resource}"`;
const bucketPolicy = (resource: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "s3:GetObject", "Resource": ${resource} }] }`;
const keyPolicy = (resource: string) =>
  withCondition('{ "Bool": { "aws:SecureTransport": "true" } }', {
    principal: '{ "AWS": "arn:aws:iam::111122223333:root" }',
    action: '"kms:*"',
  }).replace('"Resource": "*"', `"Resource": ${resource}`);

const MISTAKES: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  'the id of a key': [decrypt('"1234abcd-12ab-34cd-56ef-1234567890ab"'), 'arn-format'],
  'a short ARN': [decrypt('"arn:aws:kms:key/1"'), 'arn-format'],
  'a colon too many': [decrypt('"arn:aws:kms:us-east-1::111122223333:key/1"'), 'arn-format'],
  'a service in capitals': [decrypt('"arn:aws:KMS:us-east-1:111122223333:key/1"'), 'arn-service'],
  'a wildcard in the service': [decrypt('"arn:aws:k*:us-east-1:111122223333:key/1"'), 'arn-service'],
  'a partition': [decrypt('"arn:amazon:kms:us-east-1:111122223333:key/1"'), 'arn-partition'],
  'a Region': [decrypt('"arn:aws:kms:us-est-1:111122223333:key/1"'), 'arn-region'],
  'no Region': [decrypt('"arn:aws:kms::111122223333:key/1"'), 'arn-region'],
  'a Region of another partition': [decrypt('"arn:aws:kms:cn-north-1:111122223333:key/1"'), 'arn-region'],
  'an account': [decrypt('"arn:aws:kms:us-east-1:1234:key/1"'), 'arn-account'],
  'no account': [decrypt('"arn:aws:kms:us-east-1::key/1"'), 'arn-account'],
  'a form': [decrypt('"arn:aws:kms:us-east-1:111122223333:keys/1"'), 'arn-resource-shape'],
  'a blank behind an ARN': [decrypt('"arn:aws:kms:us-east-1:111122223333:key/1 "'), 'string-stray-whitespace'],
  'an alias': [decrypt('"arn:aws:kms:us-east-1:111122223333:alias/a"'), 'kms-alias-as-resource'],
  'an alias beside the key': [
    decrypt(`[${KEY}, "arn:aws:kms:us-east-1:111122223333:alias/a"]`),
    'kms-alias-as-resource',
  ],
  'an alias without its key': [
    identityPolicy('"kms:CreateAlias"', '"arn:aws:kms:us-east-1:111122223333:alias/a"'),
    'kms-alias-op-half',
  ],
  'an operation about no key': [identityPolicy('"kms:ListKeys"', KEY), 'resource-star-required'],
  'an operation about no key, on an alias': [
    identityPolicy('"kms:ListAliases"', '"arn:aws:kms:us-east-1:111122223333:alias/a"'),
    'resource-star-required',
  ],
  'another service': [identityPolicy('["kms:Decrypt", "s3:GetObject"]', KEY), 'resource-action-mismatch'],
  'every key': [decrypt('"*"'), 'kms-decrypt-all-keys'],
  'every key, as a pattern': [decrypt('"arn:aws:kms:*:*:*"'), 'kms-decrypt-all-keys'],
  'all of KMS': [identityPolicy('"kms:Encrypt"', '"arn:aws:kms:*:*:*"'), 'resource-effectively-star'],
  'a key twice': [decrypt(`[${KEY}, ${KEY}]`), 'resource-redundant'],
  'all but one key': [decrypt(KEY).replace('"Resource"', '"NotResource"'), 'notresource-allow'],
  'a Deny of nothing': [
    identityPolicy('"kms:Decrypt"', '"*"', { effect: 'Deny' }).replace('"Resource"', '"NotResource"'),
    'notresource-deny-void',
  ],
  'a bucket for its objects': [identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app"'), 'bucket-object-suffix'],
  'a bucket for its objects, in its policy': [bucketPolicy('"arn:aws:s3:::app"'), 'bucket-object-suffix'],
  'a key in a bucket policy': [bucketPolicy(KEY), 'resource-foreign-arn'],
  'the name of a bucket in its policy': [bucketPolicy('"app/*"'), 'arn-format'],
  'the account of a bucket': [bucketPolicy('"arn:aws:s3::111122223333:app/*"'), 'arn-account'],
  'a log group for its streams': [
    identityPolicy('"logs:PutLogEvents"', logs('log-group:a')),
    'logs-stream-suffix-missing',
  ],
  'two suffixes': [identityPolicy('"logs:FilterLogEvents"', logs('log-group:a:*:*')), 'logs-suffix-double'],
  'a separator': [identityPolicy('"logs:PutLogEvents"', logs('log-group/a:*')), 'arn-resource-shape'],
  'a key in a policy of CloudWatch Logs': [
    policyOf(
      serviceStatement('"es.amazonaws.com"', {
        action: '"logs:PutLogEvents"',
        resource: KEY,
        condition: '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }',
      }),
    ),
    'resource-foreign-arn',
  ],
  'the resource of a key policy': [keyPolicy('"arn:amazon:kms:us-east-1:1234:alias/a"'), 'key-resource-other'],
  'a variable in the resource of a key policy': [
    keyPolicy('"arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/key}"'),
    'variable-in-key-policy-resource',
  ],
  'a variable that is not closed': [
    identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/${aws:username"'),
    'variable-syntax',
  ],
  'an empty variable': [identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/${}/*"'), 'variable-syntax'],
  'a blank in a variable': [
    identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/${aws: username}/*"'),
    'variable-syntax',
  ],
  'a variable of no key': [
    identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/${aws:usernme}/*"'),
    'variable-unknown-key',
  ],
  'a variable in an action': [identityPolicy('"s3:${aws:username}"', '"arn:aws:s3:::app/*"'), 'variable-wrong-element'],
  'a variable in the grammar of 2008': [
    identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/${aws:username}/*"').replace('2012-10-17', '2008-10-17'),
    'version-old',
  ],
  'a variable without version': [
    identityPolicy('"s3:GetObject"', '"arn:aws:s3:::app/${aws:username}/*"').replace('"Version": "2012-10-17", ', ''),
    'version-missing',
  ],
  'a number that is a variable': [
    withCondition('{ "NumericLessThan": { "kms:RotationPeriodInDays": "${aws:PrincipalTag/days}" } }', {
      principal: '{ "AWS": "arn:aws:iam::111122223333:root" }',
      action: '"kms:*"',
    }),
    'variable-operator',
  ],
  'a Region in a condition': [
    decrypt(KEY).replace(
      ' }\n',
      ', "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:sns:us-est-1:111122223333:topic" } } }\n',
    ),
    'arn-region',
  ],
  'a text that is no ARN in a condition': [
    decrypt(KEY).replace(' }\n', ', "Condition": { "ArnLike": { "aws:PrincipalArn": "app" } } }\n'),
    'cond-value-type',
  ],
};

describe('one mistake in a resource gives one finding', () => {
  for (const [name, [text, rule]] of Object.entries(MISTAKES)) {
    it(name, () => expect(rulesThatFire(text)).toEqual([rule]));
  }
});

describe('rules about resources and variables', () => {
  it('are many', () => {
    expect(RULES.size).toBeGreaterThan(25);
  });

  for (const { name, kind, text } of [...canonicalPolicies, ...publishedPolicies]) {
    it(`say nothing about the ${kind} "${name}"`, () => {
      const found = rulesThatFire(text).filter((id) => RULES.has(id));
      expect(found).toEqual([]);
    });
  }
});
