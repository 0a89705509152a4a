import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { ACCOUNT_STATEMENT, allow, keyPolicy, role } from '../support/adminPolicy.js';
import { attested, conditioned, DENY_WITHOUT_ENCLAVE, MEASUREMENT } from '../support/enclavePolicy.js';
import { serviceReference } from '../support/serviceReference.js';
import { logsContext, policyOf, serviceStatement } from '../support/serviceStatement.js';

function rulesThatFire(text: string, facts: PolicyFacts): string[] {
  const analyzer = createAnalyzer({
    reference: serviceReference,
    settingsFor: () => ({ levels: {}, kind: undefined, facts }),
  });
  const { findings } = analyzer.analyze({ uri: 'file:///policy.json', languageId: 'json', text });
  return findings().map(({ rule }) => rule.id);
}

/** A sound key policy with one more statement. */
const key = (...statements: string[]) => keyPolicy([ACCOUNT_STATEMENT, ...statements]);
const app = (action: string, condition?: string) =>
  condition === undefined ? allow(role('App'), action) : conditioned(allow(role('App'), action), condition);
const deny = (condition: string) => conditioned(allow('"*"', '"kms:Decrypt"'), condition).replace('Allow', 'Deny');
const via = (name: string) => `{ "StringEquals": { "kms:ViaService": "${name}.us-east-1.amazonaws.com" } }`;
const BUCKET = 'arn:aws:s3:::amzn-s3-demo-bucket';
const SOURCE = '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }';
const delivery = (resource: string) =>
  serviceStatement('"delivery.logs.amazonaws.com"', { action: '"s3:PutObject"', resource, condition: SOURCE });
const ACL = serviceStatement('"delivery.logs.amazonaws.com"', {
  action: '"s3:GetBucketAcl"',
  resource: `"${BUCKET}"`,
  condition: SOURCE,
});
const denyUpload = (condition: string) =>
  `{ "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "${BUCKET}/*", "Condition": ${condition} }`;
const trail = (region: string) => `"arn:aws:cloudtrail:${region}:111122223333:trail/main"`;

const MISTAKES: Readonly<Record<string, readonly [text: string, rule: string, facts?: PolicyFacts]>> = {
  'an action that the key cannot do': [
    key(app('["kms:Sign", "kms:Encrypt"]')),
    'key-action-type-mismatch',
    { keySpec: 'RSA_2048', keyUsage: 'SIGN_VERIFY' },
  ],
  'a context for a key that has none': [
    key(app('"kms:Decrypt"', '{ "StringEquals": { "kms:EncryptionContext:App": "x" } }')),
    'enc-context-asymmetric',
    { keySpec: 'RSA_2048', keyUsage: 'ENCRYPT_DECRYPT' },
  ],
  'a context key in other letter case': [
    key(app('"kms:Decrypt"', '{ "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "AWS:Logs:Arn" } }')),
    'enc-context-key-case',
  ],
  'a pair with any value': [
    key(app('"kms:Decrypt"', '{ "Null": { "kms:EncryptionContext:App": "false" } }')),
    'enc-context-null-only',
  ],
  'account access with a condition': [
    keyPolicy([
      conditioned(ACCOUNT_STATEMENT, '{ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
      allow(role('KeyAdmin'), '["kms:Put*", "kms:Describe*"]'),
      allow(role('SecondAdmin'), '["kms:Put*", "kms:Describe*"]'),
    ]),
    'key-root-conditional',
  ],
  'any grant': [key(app('["kms:Decrypt", "kms:CreateGrant"]')), 'key-creategrant-open'],
  'everything for an application': [key(app('"kms:*"')), 'key-star-anyone'],
  'the common name of a service': [key(app('"kms:Decrypt"', via('ebs'))), 'viaservice-unknown'],
  'one of two names of a service': [key(app('"kms:Decrypt"', via('elasticache'))), 'viaservice-pair-missing'],
  'the caller of a service': [
    key(
      serviceStatement('"sns.amazonaws.com"', {
        action: '["kms:Decrypt", "kms:GenerateDataKey*"]',
        condition:
          '{ "StringEquals": { "kms:CallerAccount": "111122223333" }, "ArnLike": { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:*" } }',
      }),
    ),
    'calleraccount-with-service-principal',
  ],
  'a Deny by address': [
    key(deny('{ "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } }')),
    'key-deny-hits-services',
  ],
  'a service and an address': [
    key(
      app(
        '"kms:Decrypt"',
        '{ "StringEquals": { "kms:ViaService": "s3.us-east-1.amazonaws.com" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" } }',
      ),
    ),
    'key-allow-ip-service',
  ],
  'an Allow under a Deny': [key(app('"kms:Decrypt"'), app('"kms:De*"').replace('Allow', 'Deny')), 'allow-shadowed'],
  'a Deny of nothing': [
    key(allow('{ "AWS": "arn:aws:iam::444455556666:root" }', '"kms:PutKeyPolicy"').replace('Allow', 'Deny')),
    'deny-dead',
  ],
  'an upload without decryption': [key(app('"kms:GenerateDataKey"', via('s3'))), 's3-writer-needs-decrypt'],
  'encryption without data keys': [key(app('["kms:Encrypt", "kms:Decrypt"]', via('sqs'))), 'encrypt-only-no-datakey'],
  'Auto Scaling without grants': [
    key(
      allow(
        role('aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'),
        '["kms:Decrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:DescribeKey"]',
      ),
    ),
    'grant-service-statement-missing',
  ],
  'a weak brake on the bypass': [
    key(
      conditioned(
        allow(role('KeyAdmin'), '"kms:PutKeyPolicy"'),
        '{ "Null": { "kms:BypassPolicyLockoutSafetyCheck": "true" } }',
      ),
    ),
    'bypass-flag-null-only',
  ],
  'an untrusted image': [
    key(app('"kms:Decrypt"', attested()), DENY_WITHOUT_ENCLAVE),
    'enclave-pcr-golden',
    { trustedMeasurements: { PCR0: ['a'.repeat(96)] } },
  ],
  'a measurement in capitals': [
    key(
      app('"kms:Decrypt"', attested('StringEquals').replace(MEASUREMENT, MEASUREMENT.toUpperCase())),
      DENY_WITHOUT_ENCLAVE,
    ),
    'enclave-pcr-form',
  ],
  'encryption under an attestation': [
    key(app('["kms:Decrypt", "kms:Encrypt"]', attested()), DENY_WITHOUT_ENCLAVE),
    'enclave-wrong-action',
  ],
  'half of an anomaly detector': [
    key(
      serviceStatement('"logs.us-east-1.amazonaws.com"', {
        action: '["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"]',
        condition: logsContext('"arn:aws:logs:us-east-1:111122223333:anomaly-detector:*"'),
      }),
    ),
    'logs-anomaly-context',
  ],
  'two trails': [
    key(
      serviceStatement('"cloudtrail.amazonaws.com"', {
        action: '"kms:GenerateDataKey*"',
        condition: `{ "StringEquals": { "aws:SourceArn": ${trail('eu-west-1')}, "kms:EncryptionContext:aws:cloudtrail:arn": ${trail('us-east-1')} } }`,
      }),
      serviceStatement('"cloudtrail.amazonaws.com"', {
        action: '"kms:DescribeKey"',
        condition: SOURCE,
      }),
    ),
    'trail-source-arn-home-region',
  ],
  'half of an export': [
    key(
      serviceStatement('"logs.us-east-1.amazonaws.com"', {
        action: '"kms:GenerateDataKey"',
        condition: `{ "StringLike": { "kms:EncryptionContext:aws:s3:arn": "${BUCKET}/*" } }`,
      }),
    ),
    'export-bucket-key',
  ],
  'a log file with one name': [policyOf(delivery(`"${BUCKET}/logs"`), ACL), 'bucket-delivery-path'],
  'a Deny of uploads without a header': [
    policyOf(
      delivery(`"${BUCKET}/AWSLogs/111122223333/*"`),
      ACL,
      denyUpload('{ "StringNotEquals": { "s3:x-amz-server-side-encryption": "aws:kms" } }'),
    ),
    'bucket-deny-sse-header',
  ],
  'a Deny of uploads from elsewhere': [
    policyOf(
      delivery(`"${BUCKET}/AWSLogs/111122223333/*"`),
      ACL,
      denyUpload('{ "StringNotEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }'),
    ),
    'bucket-deny-blocks-delivery',
  ],
  'a service that writes with a role': [
    policyOf(
      serviceStatement('"lambda.amazonaws.com"', {
        action: '["logs:CreateLogStream", "logs:PutLogEvents"]',
        resource: '"arn:aws:logs:us-east-1:111122223333:log-group:app:*"',
        condition: SOURCE,
      }),
    ),
    'logs-policy-service-unlikely',
  ],
  'a destination’s stream': [
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "logs:PutSubscriptionFilter", "Resource": "arn:aws:kinesis:us-east-1:444455556666:stream/logs" }] }',
    'destination-policy-resource',
  ],
};

describe('one mistake gives one finding', () => {
  for (const [name, [text, rule, facts = {}]] of Object.entries(MISTAKES)) {
    it(name, () => expect(rulesThatFire(text, facts)).toEqual([rule]));
  }
});
