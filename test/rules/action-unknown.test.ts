import { actionUnknown } from '../../server/src/rules/action-unknown.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (action: string) => `{ "Version": "2012-10-17", "Statement": [{ "Sid": "관리",
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": ${action}, "Resource": "*" }] }`;

ruleTest(actionUnknown, {
  valid: {
    'actions and patterns': policy('["kms:Decrypt", "kms:GenerateDataKey*", "kms:*", "*"]'),
    'another letter case': policy('["KMS:decrypt", "kms:GENERATEDATAKEY*"]'),
    'newer actions': policy('["kms:DeriveSharedSecret", "kms:RotateKeyOnDemand", "kms:ListKeyRotations"]'),
    'an API name, which action-reencrypt-name reports': policy('"kms:ReEncrypt"'),
    'a malformed action, which action-format reports': policy('["Decrypt", "kms::x", "k*:x"]'),
    'an action of another service, which action-foreign-service reports': policy(
      '["kms:Decrypt", "kms:Encrypt", "s3:GetObjectt"]',
    ),
    'a template': policy('["kms:${name}", "${service}:Decrypt"]'),
    'actions of many services in an identity policy':
      '{ "Statement": { "Effect": "Allow", "Action": ["s3:GetObject", "logs:AssociateKmsKey", "ec2:Describe*"], "Resource": "*" } }',
    'an action that is still being typed': `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:Dec`,
  },
  invalid: {
    'a misspelt action': {
      text: policy('«"kms:GenerateDataKeys"»'),
      fixed: policy('"kms:GenerateDataKey"'),
      message: '"kms:GenerateDataKey"',
    },
    'an event of CloudTrail that is no permission': {
      text: policy('«"kms:DeleteKey"»'),
      fixed: policy('"kms:ScheduleKeyDeletion"'),
    },
    'other names that are no permissions': {
      text: policy('[«"kms:RotateKey"», «"kms:UpdateReplicaRegion"», «"kms:DeleteExpiredKeyMaterial"»]'),
      fixed: policy('["kms:RotateKeyOnDemand", "kms:UpdatePrimaryRegion", "kms:DeleteImportedKeyMaterial"]'),
    },
    'a pattern that matches nothing': {
      text: policy('«"kms:Decrypted*"»'),
      fixed: policy('"kms:Decrypt*"'),
      message: 'matches no action',
    },
    'an action and a pattern that resemble nothing': {
      text: policy('[«"kms:Frobnicate"», «"kms:Frob*"»]'),
      fixed: null,
    },
    'an unknown service': { text: policy('«"kmss:Decrypt"»'), fixed: policy('"kms:Decrypt"'), message: '"kms"' },
    'a service that resembles nothing': { text: policy('«"qqqqqqqq:Decrypt"»'), fixed: null },
    'the name of a service in the place of its prefix': {
      text: '{ "Statement": { "Effect": "Allow", "Action": «"cloudwatchlogs:PutLogEvents"», "Resource": "*" } }',
      fixed: '{ "Statement": { "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*" } }',
    },
    'an exception': policy('«"kms:Decryptt"»').replace('"Action"', '"NotAction"'),
  },
});
