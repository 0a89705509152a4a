import { dataExfiltration } from '../../server/src/rules/data-exfiltration.js';
import { allowing, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

ruleTest(dataExfiltration, {
  valid: {
    'one bucket': policyOn(allowing('"s3:GetObject"', '"arn:aws:s3:::amzn-s3-demo-bucket/*"')),
    'a condition': policyOn(allowing('"s3:GetObject"', '"*"', WITH_MFA)),
    'names of buckets': policyOn(allowing('"s3:ListAllMyBuckets"')),
    'decryption, of which the rules on KMS speak': policyOn(allowing('"kms:Decrypt"')),
    'a Deny': policyOn('{ "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" }'),
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "C',
  },
  invalid: {
    'every object': { text: policyOn(allowing('«"s3:GetObject"»', '"arn:aws:s3:::*/*"')), message: 'reads all data' },
    'secrets and parameters': policyOn(allowing('[«"secretsmanager:GetSecretValue"», «"ssm:GetParameter*"»]')),
  },
});
