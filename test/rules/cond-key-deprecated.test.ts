import { condKeyDeprecated } from '../../server/src/rules/cond-key-deprecated.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const under = (key: string) => withCondition(`{ "StringEquals": { ${key}: "x" } }`);

ruleTest(condKeyDeprecated, {
  valid: {
    'a current KMS key': under('"kms:KeySpec"'),
    'a current global key': under('"aws:PrincipalArn"'),
    'an unknown key': under('"kms:CustomerMasterKey"'),
    'a key that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "aws:ARN" } } }] }',
  },
  invalid: {
    'the old name of the key spec': {
      text: under('«"kms:CustomerMasterKeySpec"»'),
      fixed: under('"kms:KeySpec"'),
      message: '"kms:KeySpec"',
    },
    'the old name of the key usage, in lower case': {
      text: under('«"kms:customermasterkeyusage"»'),
      fixed: under('"kms:KeyUsage"'),
    },
    'the old name of the principal ARN': { text: under('«"aws:ARN"»'), fixed: under('"aws:PrincipalArn"') },
    'both names side by side, which one key cannot replace': {
      text: withCondition('{ "StringEquals": { «"kms:CustomerMasterKeySpec"»: "a", "kms:KeySpec": "b" } }'),
      fixed: null,
    },
    'two old names': withCondition(
      '{ "StringEquals": { «"kms:CustomerMasterKeySpec"»: "a",\n «"kms:CustomerMasterKeyUsage"»: "b" } }',
    ),
  },
});
