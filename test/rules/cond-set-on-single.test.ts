import { condSetOnSingle } from '../../server/src/rules/cond-set-on-single.js';
import { identityWithCondition, withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const test = (operator: string, key: string) => withCondition(`{ ${operator}: { "${key}": "x" } }`);

ruleTest(condSetOnSingle, {
  valid: {
    'a multi-valued key': test('"ForAllValues:StringEquals"', 'kms:GrantOperations'),
    'paths of the organization': test('"ForAnyValue:StringLike"', 'aws:PrincipalOrgPaths'),
    'no set operator': test('"StringEquals"', 'aws:SourceArn'),
    'an unknown key': test('"ForAllValues:StringEquals"', 'mycompany:thing'),
    'a key that KMS itself refuses, which cond-forallvalues-kms-rejected reports': test(
      '"ForAllValues:StringEquals"',
      'kms:EncryptionContext:App',
    ),
    'a set operator on Null, which cond-operator-unknown reports': test('"ForAllValues:Null"', 'aws:SourceArn'),
    'the authentication methods of Amazon Cognito, as the IAM guide tests them': {
      kind: 'trust-policy',
      text: test('"ForAnyValue:StringLike"', 'cognito-identity.amazonaws.com:amr'),
    },
    'the log-generating resources of the CloudWatch Logs policy for X-Ray': test(
      '"ForAllValues:ArnLike"',
      'logs:LogGeneratingResourceArns',
    ),
  },
  invalid: {
    ForAllValues: {
      text: test('«"ForAllValues:StringEquals"»', 'aws:SourceAccount'),
      fixed: test('"StringEquals"', 'aws:SourceAccount'),
      message: 'without it',
    },
    'ForAllValues with IfExists, in lower case': {
      text: test('«"forallvalues:stringlikeifexists"»', 'kms:ViaService'),
      fixed: test('"StringLikeIfExists"', 'kms:ViaService'),
    },
    'an encryption context in an IAM policy, which KMS does not see': {
      text: identityWithCondition('{ «"ForAllValues:StringEquals"»: { "kms:EncryptionContext:App": "x" } }'),
      fixed: identityWithCondition('{ "StringEquals": { "kms:EncryptionContext:App": "x" } }'),
    },
    'two conditions': withCondition(
      '{ «"ForAllValues:StringEquals"»: { "aws:userid": "x" },\n «"ForAllValues:ArnLike"»: { "aws:SourceArn": "*" } }',
    ),
  },
});

ruleTest(condSetOnSingle, {
  valid: {},
  invalid: {
    'ForAnyValue, which is idle': {
      text: test('«"ForAnyValue:StringEquals"»', 'aws:SourceAccount'),
      fixed: test('"StringEquals"', 'aws:SourceAccount'),
      level: 'info',
    },
  },
});
