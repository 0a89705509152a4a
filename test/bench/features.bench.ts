import { bench, describe } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.js';
import { hover } from '../../server/src/features/hover.js';
import { featureOptions, open } from '../support/features.js';

const statement = (index: number): string =>
  `{ "Sid": "S${index}", "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*"], "Resource": "*", "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/app/${index}" } } }`;
const POLICY = `{ "Version": "2012-10-17", "Statement": [\n${Array.from({ length: 98 }, (_none, index) => statement(index)).join(',\n')}\n] }`;

describe('a key policy of 32 KB', () => {
  const { analysis, document } = open(POLICY);
  const last = POLICY.lastIndexOf('"Action"');
  const places = {
    action: POLICY.indexOf('kms:', last) + 6,
    'condition key': POLICY.indexOf('kms:Enc', POLICY.indexOf('Condition', last)) + 6,
  };

  // Budget: 5 ms each.
  for (const [name, offset] of Object.entries(places)) {
    bench(`completion at the ${name}`, () => {
      complete(analysis, document, offset, featureOptions);
    });
    bench(`hover on the ${name}`, () => {
      hover(analysis, document, offset, featureOptions);
    });
  }
});
