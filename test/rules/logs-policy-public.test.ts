import { logsPolicyPublic } from '../../server/src/rules/logs-policy-public.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (principal: string, condition = '') => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": ${principal}, "Action": "logs:PutLogEvents",
  "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app:*"${condition} }] }`;
const ACCOUNT = ', "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }';
/** The same, bound to the account of the log group. */
const fixed = (principal: string) => `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": ${principal}, "Action": "logs:PutLogEvents",
  "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app:*",
  "Condition": {
    "StringEquals": {
      "aws:SourceAccount": "111122223333"
    }
  } }] }`;

ruleTest(logsPolicyPublic, {
  valid: {
    'a service': policy('{ "Service": "es.amazonaws.com" }'),
    'everyone, on behalf of one account': policy('"*"', ACCOUNT),
    'a Deny': policy('"*"').replace('"Allow"', '"Deny"'),
    'a key policy, of which public-principal speaks':
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*" }] }',
    'a half-typed statement': '{ "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "logs:PutLogEvents", ',
  },
  invalid: {
    everyone: { text: policy('«"*"»'), fixed: fixed('"*"'), message: 'every AWS service' },
    'everyone under AWS': { text: policy('{ "AWS": «"*"» }'), fixed: fixed('{ "AWS": "*" }') },
    'everyone in a list': policy('{ "AWS": [«"*"»] }'),
    'a condition that anyone can meet': policy('«"*"»', ', "Condition": { "Bool": { "aws:SecureTransport": "true" } }'),
  },
});
