import { bypassFlagNullOnly } from '../../server/src/rules/bypass-flag-null-only.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const FLAG = '"kms:BypassPolicyLockoutSafetyCheck"';
const absent = (key = FLAG) => `{ "Null": { ${key}: "true" } }`;
const DENY =
  '{ "Sid": "NoLockoutBypass", "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "kms:PutKeyPolicy", "Resource": "*", "Condition": { "Bool": { "kms:BypassPolicyLockoutSafetyCheck": "true" } } }';
const admin = (condition: string) => withCondition(condition, { action: '"kms:PutKeyPolicy"' });
const behind = (text: string, statement: string) => text.replace(/\] }$/, `, ${statement}] }`);

ruleTest(bypassFlagNullOnly, {
  valid: {
    'a Deny': `{ "Version": "2012-10-17", "Statement": [${DENY}] }`,
    'a Deny beside it': behind(admin(absent()), DENY),
    'a test of the value': admin(`{ "Bool": { ${FLAG}: "false" } }`),
    'another key': admin('{ "Null": { "aws:TokenIssueTime": "true" } }'),
    'a Deny of its absence': withCondition(absent(), { effect: 'Deny', action: '"kms:PutKeyPolicy"' }),
    'a half-typed policy': admin(absent()).slice(0, -2),
  },
  invalid: {
    'a key policy': { text: admin(absent(`«${FLAG}»`)), fixed: behind(admin(absent()), DENY) },
    'an IAM policy, for both operations, in other letter case': {
      text: identityWithCondition(
        '{ "null": { «"KMS:bypasspolicylockoutsafetycheck"»: true } }',
        '["kms:CreateKey", "kms:Put*"]',
      ),
      fixed: behind(
        identityWithCondition(
          '{ "null": { "KMS:bypasspolicylockoutsafetycheck": true } }',
          '["kms:CreateKey", "kms:Put*"]',
        ),
        DENY.replace('"Principal": { "AWS": "*" }, ', '').replace(
          '"kms:PutKeyPolicy"',
          '["kms:PutKeyPolicy", "kms:CreateKey"]',
        ),
      ),
    },
  },
});
