import { condKeyUnknown } from '../../server/src/rules/cond-key-unknown.js';
import { withCondition } from '../support/conditionPolicy.js';
import { ruleTest } from '../support/ruleTest.js';

const under = (key: string, operator = 'StringEquals') => withCondition(`{ "${operator}": { ${key}: "x" } }`);

ruleTest(condKeyUnknown, {
  valid: {
    'a global key': under('"aws:SourceArn"'),
    'a global key in another letter case': under('"AWS:sourcearn"'),
    'a KMS key': under('"kms:ViaService"'),
    'an encryption-context key': under('"kms:EncryptionContext:aws:logs:arn"'),
    'an encryption-context key with Hangul in it': under('"kms:EncryptionContext:앱"'),
    'a tag key': under('"aws:PrincipalTag/team"'),
    'a numbered register': under('"kms:RecipientAttestation:PCR0"'),
    'a key of another service': under('"s3:x-amz-server-side-encryption"'),
    'a service that is not in the reference': under('"mycompany:thing"'),
    'a key of an identity provider': under('"token.actions.githubusercontent.com:sub"'),
    'a tag family without its tag, which cond-tag-key-missing reports': under('"aws:RequestTag"'),
    'a key without prefix, which cond-key-format reports': under('"SourceArn"'),
    'a variable in the name, which enc-context-key-variable reports': under('"kms:EncryptionContext:${aws:username}"'),
    'a key that is being typed':
      '{ "Version": "2012-10-17", "Statement": [{ "Condition": { "StringEquals": { "aws:Sou" } } }] }',
  },
  invalid: {
    'a misspelt global key': {
      text: under('«"aws:SourceARNs"»'),
      fixed: under('"aws:SourceArn"'),
      message: 'Perhaps "aws:SourceArn"',
    },
    'a misspelt KMS key': { text: under('«"kms:ViaServices"»'), fixed: under('"kms:ViaService"') },
    'a misspelt key under IfExists': {
      text: under('«"aws:SourceAcount"»', 'StringEqualsIfExists'),
      fixed: under('"aws:SourceAccount"', 'StringEqualsIfExists'),
    },
    'a misspelt key under ForAnyValue': {
      text: under('«"kms:GrantOperation"»', 'ForAnyValue:StringEquals'),
      fixed: under('"kms:GrantOperations"', 'ForAnyValue:StringEquals'),
    },
    'a misspelt tag family': { text: under('«"aws:PrincipleTag/team"»'), fixed: under('"aws:PrincipalTag/team"') },
    'an encryption context without a name': {
      text: under('«"kms:EncryptionContext"»'),
      fixed: null,
      message: 'AppName',
    },
    'an encryption context with an empty name': { text: under('«"kms:EncryptionContext:"»'), fixed: null },
    'two keys in two statements': {
      text: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Condition": { "Null": { «"aws:SourceVpec"»: "true" } } },
        { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Condition": { "Bool": { «"kms:MultiRegions"»: "true" } } }] }`,
    },
  },
});

ruleTest(condKeyUnknown, {
  valid: {},
  invalid: {
    'a key that resembles none, more quietly': { text: under('«"kms:Colour"»'), fixed: null, level: 'warning' },
    'a register beyond the last': { text: under('«"kms:RecipientAttestation:SomethingElse"»'), level: 'warning' },
  },
});
