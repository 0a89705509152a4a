import { condUnsupportedForService } from '../../server/src/rules/cond-unsupported-for-service.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const SERVICE = '{ "Service": "cloudtrail.amazonaws.com" }';
const test = (operator: string, key: string, principal = SERVICE, value = '"x"') =>
  withCondition(`{ "${operator}": { ${key}: ${value} } }`, { principal });

ruleTest(condUnsupportedForService, {
  valid: {
    'the organization of the source': test('StringEquals', '"aws:SourceOrgID"'),
    'the account of the source': test('StringEquals', '"aws:SourceAccount"'),
    'the organization of a role': test('StringEquals', '"aws:PrincipalOrgID"', '{ "AWS": "*" }'),
    everyone: test('StringEquals', '"aws:PrincipalOrgID"', '"*"'),
    'a service and a role together': test(
      'StringEquals',
      '"aws:PrincipalOrgID"',
      '{ "Service": "cloudtrail.amazonaws.com", "AWS": "111122223333" }',
    ),
    'IfExists, which the absent key passes': test('StringEqualsIfExists', '"aws:PrincipalOrgID"'),
    'a negated test, which the absent key passes': test('StringNotEquals', '"aws:PrincipalOrgID"'),
    'a test for absence': test('Null', '"aws:PrincipalOrgID"', SERVICE, '"true"'),
    NotPrincipal: test('StringEquals', '"aws:PrincipalOrgID"').replace('"Principal"', '"NotPrincipal"'),
    'an IAM role trust, where callers differ': {
      kind: 'trust-policy',
      text: test('StringEquals', '"aws:PrincipalOrgID"'),
    },
    'a half-typed value': `{ "Version": "2012-10-17", "Statement": [{ "Principal": ${SERVICE}, "Action": "kms:*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": `,
  },
  invalid: {
    'the organization of the principal': {
      text: test('StringEquals', '«"aws:PrincipalOrgID"»'),
      fixed: test('StringEquals', '"aws:SourceOrgID"'),
      message: '"aws:SourceOrgID"',
    },
    'the account of the principal, in other letter case': {
      text: test('stringequals', '«"AWS:principalaccount"»'),
      fixed: test('stringequals', '"aws:SourceAccount"'),
    },
    'paths of the organization under a set operator': {
      text: test('ForAnyValue:StringLike', '«"aws:PrincipalOrgPaths"»'),
      fixed: test('ForAnyValue:StringLike', '"aws:SourceOrgPaths"'),
    },
    'the ARN of the principal, whose value would not fit': {
      text: test('ArnLike', '«"aws:PrincipalArn"»', SERVICE, '"arn:aws:iam::111122223333:role/x"'),
      fixed: null,
    },
    'the address of a caller': {
      text: test('IpAddress', '«"aws:SourceIp"»', SERVICE, '"203.0.113.0/24"'),
      fixed: null,
    },
    'a test for presence': { text: test('Null', '«"aws:MultiFactorAuthPresent"»', SERVICE, '"false"'), fixed: null },
    'a list of services, in a policy for log groups': {
      kind: 'logs-resource-policy',
      text: test(
        'StringEquals',
        '«"aws:PrincipalTag/팀"»',
        '{ "Service": ["es.amazonaws.com",\n "delivery.logs.amazonaws.com"] }',
      ),
    },
    'two keys': withCondition('{ "StringEquals": { «"aws:PrincipalOrgID"»: "o-1", «"aws:userid"»: "x" } }', {
      principal: SERVICE,
    }),
  },
});
