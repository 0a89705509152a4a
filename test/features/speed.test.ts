import { describe, expect, it } from 'vitest';
import { complete } from '../../server/src/features/completion/complete.js';
import { hover } from '../../server/src/features/hover.js';
import { featureOptions, open } from '../support/features.js';

const statement = (index: number): string =>
  `{ "Sid": "S${index}", "Effect": "Allow", "Principal": { "Service": "logs.us-east-1.amazonaws.com" }, "Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*"], "Resource": "*", "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:/app/${index}" } } }`;
const POLICY = `{ "Version": "2012-10-17", "Statement": [\n${Array.from({ length: 98 }, (_none, index) => statement(index)).join(',\n')}\n] }`;

/** Median of several runs in milliseconds: a shared machine stalls now and then. */
function medianMs(work: () => void): number {
  const times = Array.from({ length: 100 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[50] ?? Number.POSITIVE_INFINITY;
}

describe('a key policy of 32 KB', () => {
  const { analysis, document } = open(POLICY);
  const last = POLICY.lastIndexOf('"Action"');
  const places = {
    action: POLICY.indexOf('kms:', last) + 6,
    'condition key': POLICY.indexOf('kms:Enc', POLICY.indexOf('Condition', last)) + 6,
  };

  it.each(Object.entries(places))('is completed and explained in milliseconds at an %s', (_name, offset) => {
    expect(POLICY.length).toBeGreaterThan(31_000);
    const completion = medianMs(() => complete(analysis, document, offset, featureOptions));
    const explanation = medianMs(() => hover(analysis, document, offset, featureOptions));
    // The budget is 5 ms; five times that tells a mistake from a busy machine.
    expect(completion).toBeLessThan(25);
    expect(explanation).toBeLessThan(25);
  });
});
