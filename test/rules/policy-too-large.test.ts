import { policyTooLarge } from '../../server/src/rules/policy-too-large.js';
import { ruleTest } from '../support/ruleTest.js';

/** A key policy whose minified form has exactly so many characters; `filler` is repeated in the Id. */
function keyPolicy(length: number, filler = 'x', opening = '{'): string {
  const frame = (id: string) =>
    `${opening}"Version":"2012-10-17","Id":"${id}","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:*"}]}`;
  return frame(filler.repeat(length - frame('').length + (opening.length - 1)));
}

const spread = (text: string) => text.replace(',', `,${' '.repeat(10_000)}`);
const identity = (length: number) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"${'x'.repeat(length)}"}]}`;

ruleTest(policyTooLarge, {
  valid: {
    'the last byte that fits': keyPolicy(32_768),
    'white space beyond the limit, which policy-near-limit reports': spread(keyPolicy(30_000)),
    'an IAM policy that fits an inline policy of a role': identity(9_000),
    'a policy whose kind cannot be told': `{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sqs:a","kms:b"],"Resource":"${'x'.repeat(99_000)}"}]}`,
  },
  invalid: {
    'one byte more': {
      text: keyPolicy(32_769, 'x', '«{»'),
      message: 'without white space the policy has 32,769 bytes (32,769 as written), and AWS takes at most 32,768.',
    },
    'bytes, not characters': { text: keyPolicy(16_500, 'é', '«{»'), message: 'bytes' },
    'white space on top': { text: spread(keyPolicy(40_000, 'x', '«{»')), message: '40,000 bytes (50,000 as written)' },
    'an IAM policy that fits nowhere': {
      text: identity(10_300).replace('{', '«{»'),
      message: 'characters without white space',
    },
    'a CloudWatch Logs resource policy': {
      kind: 'logs-resource-policy',
      text: identity(51_200).replace('{', '«{»'),
      message: '51,200',
    },
  },
});
