import { statementSubsumed } from '../../server/src/rules/statement-subsumed.js';
import { allow, keyPolicy, role } from '../support/adminPolicy.js';
import { allowing, policyOn, WITH_MFA } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const ACCOUNT = '{ "AWS": "111122223333" }';
const marked = (statement: string) => statement.replace('{', '«{»');
const OBJECTS = '"arn:aws:s3:::amzn-s3-demo-bucket/*"';

ruleTest(statementSubsumed, {
  valid: {
    'the account and one of its roles': keyPolicy([allow(ACCOUNT), allow(role('App'), '"kms:Decrypt"')]),
    'a condition on the wider one': policyOn(allowing('"s3:*"', '"*"', WITH_MFA), allowing('"s3:GetObject"', OBJECTS)),
    'a condition on the narrower one': policyOn(allowing('"s3:*"'), allowing('"s3:GetObject"', OBJECTS, WITH_MFA)),
    'another effect': policyOn(allowing('"s3:*"'), allowing('"s3:GetObject"', OBJECTS).replace('Allow', 'Deny')),
    'the same twice, of which statement-duplicate speaks': policyOn(allowing('"s3:Get*"'), allowing('["s3:Get*"]')),
    'sets that overlap': policyOn(
      allowing('["s3:Get*", "s3:PutObject"]'),
      allowing('["s3:GetObject", "s3:DeleteObject"]'),
    ),
    'single characters against any number': policyOn(allowing('"s3:GetObjec??"'), allowing('"s3:GetObjec*t"')),
    'all but a list': policyOn(
      '{ "Effect": "Allow", "NotAction": "iam:*", "Resource": "*" }',
      allowing('"s3:GetObject"', OBJECTS),
    ),
    'a statement without actions': policyOn(allowing('"*"'), allowing('[]')),
    'a half-typed document': `{ "Statement": [${allowing('"s3:*"')}, { "Effect": "Allow", "Action": "s3:GetObject", "Res`,
  },
  invalid: {
    'the account twice': {
      text: keyPolicy([allow(ACCOUNT), marked(allow('{ "AWS": "arn:aws:iam::111122223333:root" }', '"kms:Decrypt"'))]),
      fixed: keyPolicy([allow(ACCOUNT)]),
      message: 'statement 1 covers',
    },
    'the narrower one first': {
      text: policyOn(marked(allowing('["s3:GetObject", "s3:GetBucketAcl"]', OBJECTS)), allowing('"S3:Get*"')),
      fixed: policyOn(allowing('"S3:Get*"')),
    },
    'any number against a single character': policyOn(marked(allowing('"s3:GetObjec?"')), allowing('"s3:GetObjec*"')),
    'everyone and a role': keyPolicy([allow('"*"'), marked(allow(role('App')))]),
    'two spellings, of which the first stays': policyOn(allowing('["s3:*", "s3:Get*"]'), marked(allowing('"s3:*"'))),
    'two Denys': policyOn(
      allowing('"s3:*"').replace('Allow', 'Deny'),
      marked(allowing('"s3:PutObject"', OBJECTS)).replace('Allow', 'Deny'),
    ),
  },
});
