import { resourceStarRequired } from '../../server/src/rules/resource-star-required.js';
import { identityPolicy, identityPolicyOf, identityStatement } from '../support/identityPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const KEY = '"arn:aws:kms:us-east-1:111122223333:key/*"';

ruleTest(resourceStarRequired, {
  valid: {
    everything: identityPolicy('["kms:ListKeys", "kms:CreateKey"]', '"*"'),
    'all that an account has, which KMS accepts': identityPolicy('"kms:CreateKey"', '"arn:aws:kms:*:111122223333:*"'),
    'everything beside a key': identityPolicy('"kms:ListKeys"', `[${KEY}, "*"]`),
    'operations on a key': identityPolicy('["kms:DescribeKey", "kms:ListGrants"]', KEY),
    'a pattern of both': identityPolicy('["kms:List*", "kms:*"]', KEY),
    'another service, whose reference is less certain': identityPolicy(
      '"logs:DescribeLogGroups"',
      '"arn:aws:logs:*:*:log-group:*"',
    ),
    'a resource that a tool fills in': identityPolicy('"kms:ListKeys"', '"${var.resource}"'),
    'resources that are left out': identityPolicy('"kms:CreateKey"', KEY).replace('"Resource"', '"NotResource"'),
    'a key policy, where key-action-iam-only speaks': {
      text: identityPolicy('"kms:ListKeys"', KEY),
      kind: 'key-policy',
    },
  },
  invalid: {
    'the only operation': {
      text: identityPolicy('«"kms:ListKeys"»', KEY),
      fixed: identityPolicy('"kms:ListKeys"', '"*"'),
      message: 'only the resource "*" covers it',
    },
    'several such operations, one a pattern': {
      text: identityPolicy(
        '[«"kms:ListAliases"», «"KMS:*CustomKeyStore"»]',
        '["arn:aws:kms:us-east-1:111122223333:alias/a"]',
      ),
      fixed: identityPolicy('["kms:ListAliases", "KMS:*CustomKeyStore"]', '"*"'),
    },
    'one of several operations': {
      text: identityPolicy('["kms:DescribeKey", «"kms:ListKeys"»]', KEY),
      fixed: identityPolicyOf(
        identityStatement('["kms:DescribeKey"]', KEY),
        '{\n    "Effect": "Allow",\n    "Action": "kms:ListKeys",\n    "Resource": "*"\n  }',
      ),
    },
    'a Deny': identityPolicy('«"kms:CreateKey"»', KEY, { effect: 'Deny' }),
  },
});
