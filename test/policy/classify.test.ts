import { describe, expect, it } from 'vitest';
import { classify } from '../../server/src/policy/classify.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';

const kindOf = (text: string) => classify(jsonFrontEnd.parse(text, 'jsonc').root).kind;
const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (more: object) => ({ Effect: 'Allow', ...more });

/** Guardrails that could as well be attached to a role: their content does not tell. */
const AMBIGUOUS: ReadonlyMap<string, string> = new Map([
  ['c32-only-symmetric-keys', 'identity-policy'],
  ['full-access', 'identity-policy'],
]);

describe('the kind of a policy', () => {
  it.each([...canonicalPolicies, ...publishedPolicies].map(({ name, kind, text }) => [name, kind, text]))(
    'of the sample %s is %s',
    (name, kind, text) => {
      expect(kindOf(text)).toBe(AMBIGUOUS.get(name) ?? kind);
    },
  );

  it.each([
    [
      'a principal and KMS actions',
      policy(allow({ Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' })),
      'key-policy',
    ],
    [
      'action names in other letter case',
      policy(allow({ Principal: { AWS: '1' }, Action: 'KMS:Decrypt', Resource: '*' })),
      'key-policy',
    ],
    ['a misspelt element', policy(allow({ principal: { AWS: '1' }, Action: 'kms:*', Resource: '*' })), 'key-policy'],
    [
      'a stray action of another service',
      policy(allow({ Principal: { AWS: '1' }, Action: ['kms:Decrypt', 'kms:Encrypt', 's3:GetObject'], Resource: '*' })),
      'key-policy',
    ],
    [
      'as many stray actions as those of the account statement',
      policy(
        allow({ Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' }),
        allow({ Principal: { AWS: '111122223333' }, Action: 's3:GetObject', Resource: '*' }),
      ),
      'key-policy',
    ],
    ['KMS actions without a principal', policy(allow({ Action: 'kms:*', Resource: '*' })), 'identity-policy'],
    [
      'a single statement object',
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}}',
      'bucket-policy',
    ],
    [
      'a half-typed policy',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"kms:Dec',
      'key-policy',
    ],
    ['a policy that has only begun', '{"Version":"2012-10-17","Statement":[', 'unknown'],
    ['a version alone', '{"Version":"2012-10-17"}', 'unknown'],
    [
      'no Version',
      '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"1"},"Action":"kms:*","Resource":"*"}]}',
      'key-policy',
    ],
    [
      'comments before it',
      '// policy\n{"Statement":[{"Effect":"Deny","Principal":"*","Action":"logs:PutLogEvents"}]}',
      'logs-resource-policy',
    ],
  ])('with %s is as expected', (_, text, expected) => {
    expect(kindOf(text)).toBe(expected);
  });

  it.each([
    ['package.json', '{"name":"x","version":"1.0.0","scripts":{}}'],
    ['a CloudFormation template', '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{},"Statement":[]}'],
    ['an event with a statement of another sort', '{"Statement":"select 1","Effect":1}'],
    ['a list', '[{"Effect":"Allow"}]'],
    ['a text', '"Statement"'],
    ['nothing', ''],
    ['a compose file', '{"Version":"3.8","services":{}}'],
  ])('%s is no policy', (_, text) => {
    expect(kindOf(text)).toBe('none');
  });

  it('says why, in a sentence', () => {
    const { reason, confidence } = classify(
      jsonFrontEnd.parse(policy(allow({ Principal: { AWS: '1' }, Action: 'kms:*' })), 'json').root,
    );
    expect(reason).toMatch(/^[A-Z].*\.$/);
    expect(confidence).toBe('certain');
  });
});
