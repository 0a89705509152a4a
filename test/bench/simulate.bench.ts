import { bench, describe } from 'vitest';
import { createSimulationReader } from '../../server/src/policy/evaluate/readSimulation.js';
import { simulate } from '../../server/src/policy/evaluate/simulate.js';
import { allow, deny, policy, ROLE, ROOT, request } from '../support/simulations.js';

const LINES = 1_000;

/** A line of about 1.2 KB, with a key policy of three statements. */
function line(index: number): string {
  const keyPolicy = policy(
    allow({ AWS: ROOT }, { Sid: `Root${index}` }),
    allow(
      { AWS: [ROLE, 'arn:aws:iam::111122223333:role/Ops'] },
      {
        Sid: 'Use',
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com', 'kms:CallerAccount': '111122223333' },
          ArnLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket-1/*' },
        },
      },
    ),
    deny('*', { Sid: 'OnlyTls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  );
  const context = {
    'kms:ViaService': 's3.us-east-1.amazonaws.com',
    'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::bucket-1/report.csv',
    'aws:SecureTransport': 'true',
  };
  return JSON.stringify(request({ keyPolicy, context, key: { spec: 'SYMMETRIC_DEFAULT', state: 'Enabled' } }));
}

/** What `sealwright simulate --jsonl` does with each line, save the writing. */
function run(lines: readonly string[], read: ReturnType<typeof createSimulationReader>): number {
  let length = 0;
  for (const text of lines) {
    const result = read(JSON.parse(text));
    if ('simulation' in result) {
      for (const reason of simulate(result.simulation).because) {
        length += reason.text.length;
      }
    }
  }
  return length;
}

describe(`${LINES} lines of simulate (the target is 20 runs a second)`, () => {
  const shared = Array.from({ length: LINES }, (_, index) => line(index % 20));
  const own = Array.from({ length: LINES }, (_, index) => line(index));
  const read = createSimulationReader();
  bench('with 20 key policies among them', () => {
    run(shared, read);
  });
  bench('with a key policy of its own each', () => {
    run(own, createSimulationReader());
  });
});
