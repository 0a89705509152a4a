import { calleraccountWithServicePrincipal } from '../../server/src/rules/calleraccount-with-service-principal.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SERVICE = '{ "Service": "delivery.logs.amazonaws.com" }';
const test = (condition: string, principal = SERVICE) => withCondition(condition, { principal });
const caller = (operator: string, key = '"kms:CallerAccount"') => `{ "${operator}": { ${key}: "111122223333" } }`;

ruleTest(calleraccountWithServicePrincipal, {
  valid: {
    everyone: test(caller('StringEquals'), '"*"'),
    'a service and an account': test(
      caller('StringEquals'),
      '{ "Service": "s3.amazonaws.com", "AWS": "111122223333" }',
    ),
    'the account that the service acts for': test(caller('StringEquals', '"aws:SourceAccount"')),
    'IfExists, which the absent key passes': test(caller('StringEqualsIfExists')),
    'a negated test': test(caller('StringNotEquals')),
    'a half-typed value': `{ "Version": "2012-10-17", "Statement": [{ "Principal": ${SERVICE}, "Action": "kms:*", "Condition": { "StringEquals": { "kms:CallerAccount": `,
  },
  invalid: {
    'a service': {
      text: test(caller('StringEquals', '«"kms:CallerAccount"»')),
      fixed: test(caller('StringEquals', '"aws:SourceAccount"')),
      message: '"delivery.logs.amazonaws.com"',
    },
    'beside the right key, in other letter case, in China': {
      text: test(
        '{ "StringLike": { «"KMS:calleraccount"»: "1*" }, "StringEquals": { "aws:SourceAccount": "111122223333" } }',
        '{ "Service": ["logs.cn-north-1.amazonaws.com.cn"] }',
      ),
      fixed: test(
        '{ "StringEquals": { "aws:SourceAccount": "111122223333" } }',
        '{ "Service": ["logs.cn-north-1.amazonaws.com.cn"] }',
      ),
    },
    'two conditions': test(
      '{ "StringEquals": { «"kms:CallerAccount"»: "111122223333" }, "Null": { «"kms:CallerAccount"»: "false" } }',
    ),
  },
});
