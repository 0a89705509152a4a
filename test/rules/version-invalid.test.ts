import { versionInvalid } from '../../server/src/rules/version-invalid.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (version: string) =>
  `{ "Version": ${version}, "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }`;

ruleTest(versionInvalid, {
  valid: {
    'the current version': policy('"2012-10-17"'),
    'the old version': policy('"2008-10-17"'),
    'no version': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
    'a list, which element-type reports': policy('["2012-10-17"]'),
    'a half-typed version': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*" }], "Version": "2012',
  },
  invalid: {
    'a date of the author': { text: policy('«"2024-01-01"»'), fixed: policy('"2012-10-17"'), message: '"2024-01-01"' },
    'the version of a CloudFormation template': { text: policy('«"2010-09-09"»'), fixed: policy('"2012-10-17"') },
    'a blank at the end': { text: policy('«"2012-10-17 "»'), fixed: policy('"2012-10-17"') },
    'a number': { text: policy('«2012»'), fixed: policy('"2012-10-17"') },
    'an empty string': { text: policy('«""»'), fixed: policy('"2012-10-17"') },
    null: { text: policy('«null»'), fixed: policy('"2012-10-17"') },
  },
});
