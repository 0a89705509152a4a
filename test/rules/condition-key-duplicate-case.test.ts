import { conditionKeyDuplicateCase } from '../../server/src/rules/condition-key-duplicate-case.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (block: string) => `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "kms:*",
  "Condition": { "ArnLike": { ${block} } } }] }`;

ruleTest(conditionKeyDuplicateCase, {
  valid: {
    'two keys': policy('"aws:SourceArn": "a", "aws:SourceAccount": "b"'),
    'one key in unusual case': policy('"AWS:SOURCEARN": "a"'),
    'the same key under two operators':
      '{ "Statement": { "Effect": "Allow", "Condition": { "ArnLike": { "aws:SourceArn": "a" }, "ArnNotLike": { "aws:sourcearn": "b" } } } }',
    'the same key in two statements':
      '{ "Statement": [{ "Effect": "Allow", "Condition": { "Null": { "a:b": "true" } } }, { "Effect": "Allow", "Condition": { "Null": { "A:B": "true" } } }] }',
    'a byte-for-byte duplicate, which json-duplicate-key reports': policy('"aws:SourceArn": "a", "aws:SourceArn": "b"'),
    'a half-typed key': '{ "Statement": [{ "Effect": "Allow", "Condition": { "ArnLike": { "aws:SourceArn": "a", "aws:s',
  },
  invalid: {
    'two values, merged into a list': {
      text: policy('"aws:SourceArn": "a", «"aws:sourcearn"»: "b"'),
      fixed: policy('"aws:SourceArn": ["a", "b"]'),
      message: 'differs from "aws:SourceArn" in letter case only',
    },
    'a list and a value that it holds': {
      text: policy('"aws:SourceArn": ["a", "b"], «"aws:sourcearn"»: "b"'),
      fixed: policy('"aws:SourceArn": ["a", "b"]'),
    },
    'the same value twice': {
      text: policy('"aws:SourceArn": "a", «"AWS:SourceArn"»: "a"'),
      fixed: policy('"aws:SourceArn": "a"'),
    },
    'three spellings': {
      text: policy('"aws:SourceArn": "a", «"aws:sourcearn"»: "b", «"aws:SOURCEARN"»: "c"'),
      fixed: policy('"aws:SourceArn": ["a", "b", "c"]'),
    },
    'encryption-context keys, whose names ignore case too': {
      text: policy('"kms:EncryptionContext:App": "a", «"kms:encryptioncontext:app"»: "a"'),
      fixed: policy('"kms:EncryptionContext:App": "a"'),
    },
    'a spelling beside a byte-for-byte duplicate': {
      text: policy('"aws:SourceArn": "a", "aws:SourceArn": "b", «"aws:sourcearn"»: "c"'),
      fixed: null,
    },
  },
});
