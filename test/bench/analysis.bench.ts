import { bench, describe } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { mayHoldPolicy } from '../../server/src/analysis/probe.js';
import { logGroupPreflight } from '../../server/src/planning/logGroupPreflight.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { largeKeyPolicy } from '../support/largePolicy.js';
import { serviceReference } from '../support/serviceReference.js';

const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => ({ levels: {}, kind: undefined }) });

describe('analysis of a changed document, findings included', () => {
  for (const [name, bytes] of [
    ['2 KB', 2_000],
    ['32 KB', 32_768],
  ] as const) {
    const text = largeKeyPolicy(bytes);
    let version = 0;
    bench(`${name} key policy`, () => {
      // Another Sid each time, so that nothing is remembered of the document itself.
      const changed = text.replace('"Root"', `"Root${version++}"`);
      analyzer.analyze({ uri: 'file:///key.json', languageId: 'json', text: changed }).findings();
    });
  }
});

describe('parts', () => {
  const text = largeKeyPolicy(32_768);
  const data = JSON.stringify(
    Array.from({ length: 80_000 }, (_, id) => ({ id, name: `item ${id}`, tags: ['a', 'b'] })),
  );
  bench('reading 32 KB of JSON', () => {
    jsonFrontEnd.parse(text, 'json');
  });
  bench('passing over 5 MB of JSON that is no policy', () => {
    mayHoldPolicy(data);
  });
  bench('preflight of a log group against a 32 KB key policy', () => {
    logGroupPreflight(
      {
        key: {
          arn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
          keyState: 'Enabled',
          keySpec: 'SYMMETRIC_DEFAULT',
          keyUsage: 'ENCRYPT_DECRYPT',
          keyManager: 'CUSTOMER',
          origin: 'AWS_KMS',
        },
        keyPolicy: text,
        logGroup: { name: '/app', arn: 'arn:aws:logs:us-east-1:111122223333:log-group:/app' },
      },
      serviceReference,
    );
  });
});
