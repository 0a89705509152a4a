import { policyNearLimit } from '../../server/src/rules/policy-near-limit.js';
import { ruleTest } from '../support/ruleTest.js';

/** A policy whose minified form has exactly so many characters. */
function policy(length: number, opening = '{'): string {
  const frame = (id: string) =>
    `${opening}"Version":"2012-10-17","Id":"${id}","Statement":[{"Effect":"Allow","Action":"kms:*"}]}`;
  return frame('x'.repeat(length - frame('').length + (opening.length - 1)));
}

const spread = (text: string) => text.replace(',"Id"', `,\n${' '.repeat(9_999)}"Id"`);
const spreadMarked = (text: string) => spread(text.replace('{', '«{»'));
const key = { kind: 'key-policy' } as const;
const logs = { kind: 'logs-resource-policy' } as const;

ruleTest(policyNearLimit, {
  valid: {
    'nine tenths': { ...key, text: policy(29_491) },
    'more than all, which policy-too-large reports': { ...key, text: policy(32_769) },
    'white space that does not matter': { ...key, text: spread(policy(20_000)) },
    'a policy whose kind cannot be told': policy(32_000)
      .replace('"Action"', '"Principal":{"AWS":"111122223333"},"Action"')
      .replace('kms:*', 'sqs:*'),
    'an IAM policy that is small enough for a managed policy': { kind: 'identity-policy', text: policy(5_000) },
  },
  invalid: {
    'more than nine tenths': {
      ...key,
      text: policy(29_492, '«{»'),
      fixed: null,
      message: '29,492 bytes without white space, of at most 32,768',
    },
    'over the limit as written': {
      ...key,
      text: spreadMarked(policy(25_000)),
      fixed: policy(25_000),
      message: 'send it without white space, as 25,000 bytes',
    },
    'over the limit as written, with a comment that must not get lost': {
      ...key,
      languageId: 'jsonc',
      text: `// why\n${spreadMarked(policy(25_000))}`,
      fixed: null,
    },
    'a resource policy of the account': { ...logs, text: policy(5_000, '«{»'), message: 'of at most 5,120' },
    'a resource policy that only a log group can have': {
      ...logs,
      text: policy(5_121, '«{»'),
      message: 'only as the policy of one log group',
    },
    'an IAM policy that only a role can have inline': {
      kind: 'identity-policy',
      text: policy(6_145, '«{»'),
      message: 'only as an inline policy of a role',
    },
    'a trust policy over the default quota': { kind: 'trust-policy', text: policy(2_049, '«{»'), message: 'ask AWS' },
  },
});
