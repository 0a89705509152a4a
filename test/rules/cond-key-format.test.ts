import { condKeyFormat } from '../../server/src/rules/cond-key-format.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const under = (key: string) => withCondition(`{ "StringEquals": { ${key}: "x" } }`);

ruleTest(condKeyFormat, {
  valid: {
    'a global key': under('"aws:SourceAccount"'),
    'a key with several colons': under('"kms:EncryptionContext:aws:logs:arn"'),
    'a tag key': under('"aws:PrincipalTag/team"'),
    'a key of an identity provider': under('"oidc.eks.us-east-1.amazonaws.com/id/ABC:sub"'),
    'an unknown service': under('"custom:thing"'),
    'a key that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "Source" } } }] }',
    'a key that a template fills in': under('"{{ key }}"'),
    'no condition': '{ "Version": "2012-10-17", "Statement": [] }',
  },
  invalid: {
    'a global key without prefix': {
      text: under('«"SourceAccount"»'),
      fixed: under('"aws:SourceAccount"'),
      message: '"aws:SourceAccount"',
    },
    'a KMS key without prefix, in lower case': { text: under('«"viaservice"»'), fixed: under('"kms:ViaService"') },
    'a tag key without prefix': { text: under('«"PrincipalTag/team"»'), fixed: under('"aws:PrincipalTag/team"') },
    'a name that no key has': { text: under('«"Team"»'), fixed: null },
    'an empty name': { text: under('«"aws:"»'), fixed: null },
    'an empty key': { text: under('«""»'), fixed: null },
    'a key whose full name stands beside it': {
      text: withCondition('{ "StringEquals": { «"SourceAccount"»: "x", "aws:sourceaccount": "y" } }'),
      fixed: null,
    },
    'two keys': withCondition('{ "StringEquals": { «"One"»: "x",\n «"둘"»: "y" } }'),
  },
});
