import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../server/src/policy/readPolicy.js';
import { usesPolicyVariables } from '../../server/src/policy/variables.js';
import { versionOld } from '../../server/src/rules/version-old.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { ruleTest } from '../support/ruleTest.js';

const policy = (version: string, resource = '*') =>
  `{ "Version": ${version}, "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": "${resource}" }] }`;

ruleTest(versionOld, {
  valid: {
    'the current version': policy('"2012-10-17"'),
    'an invalid version, which version-invalid reports': policy('"2008-10-18"'),
    'no version': '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*" }] }',
  },
  invalid: {
    'the version of 2008': { text: policy('«"2008-10-17"»'), fixed: policy('"2012-10-17"'), message: 'older grammar' },
    'the version of 2008 with a variable, louder': {
      text: policy('«"2008-10-17"»', 'arn:aws:s3:::b/${aws:username}'),
      fixed: policy('"2012-10-17"', 'arn:aws:s3:::b/${aws:username}'),
      level: 'error',
      message: 'the variables of this policy are plain text',
    },
    'a half-typed policy': { text: '{ "Version": «"2008-10-17"», "Statement": [{ "Effect": ' },
  },
});

describe('usesPolicyVariables', () => {
  const uses = (text: string) => {
    const { root } = jsonFrontEnd.parse(text, 'json');
    return root?.kind === 'mapping' && usesPolicyVariables(readPolicy(root));
  };

  it('sees variables wherever a value stands', () => {
    expect(uses('{ "Statement": { "Resource": ["a", "b/${aws:username}"] } }')).toBe(true);
    expect(uses('{ "Statement": { "Condition": { "StringLike": { "a:b": "${*}" } } } }')).toBe(true);
  });

  it('does not take a dollar sign for one', () => {
    expect(uses('{ "Statement": { "Resource": "a$b{c}" } }')).toBe(false);
  });
});
