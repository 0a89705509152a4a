import { encContextKeyCase } from '../../server/src/rules/enc-context-key-case.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const keys = (values: string, operator = 'ForAnyValue:StringEquals') =>
  `{ "${operator}": { "kms:EncryptionContextKeys": ${values} } }`;

ruleTest(encContextKeyCase, {
  valid: {
    'names as the services write them': withCondition(keys('["aws:logs:arn", "SecretARN", "PARAMETER_ARN"]')),
    'a name of one’s own': withCondition(keys('["AppName", "App:Logs:Arn"]')),
    'a word that is nobody’s': withCondition(keys('"Service"')),
    'an operator that ignores case': withCondition(keys('"AWS:Logs:Arn"', 'ForAnyValue:StringEqualsIgnoreCase')),
    'case in the name of a condition key': withCondition(
      '{ "StringEquals": { "kms:EncryptionContext:AWS:Logs:Arn": "x" } }',
    ),
    'a test for presence': withCondition('{ "Null": { "kms:EncryptionContextKeys": "false" } }'),
    'a pattern': withCondition(keys('"AWS:*"', 'ForAnyValue:StringLike')),
    'a variable': withCondition(keys('"${aws:PrincipalTag/SecretArn}"')),
  },
  invalid: {
    'the context key of CloudWatch Logs': {
      text: withCondition(keys('«"AWS:Logs:Arn"»')),
      fixed: withCondition(keys('"aws:logs:arn"')),
      message: '"aws:logs:arn"',
    },
    'two of a list, in an IAM policy, the condition key in other letter case': {
      text: identityWithCondition(
        '{ "forallvalues:stringlike": { "KMS:encryptioncontextkeys": ["App", «"secretarn"», «"aws:S3:arn"»] } }',
      ),
      fixed: identityWithCondition(
        '{ "forallvalues:stringlike": { "KMS:encryptioncontextkeys": ["App", "SecretARN", "aws:s3:arn"] } }',
      ),
    },
  },
});
