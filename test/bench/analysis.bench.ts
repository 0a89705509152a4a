import { bench, describe } from 'vitest';
import type { Analysis } from '../../server/src/analysis/analysis.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { mayHoldPolicy } from '../../server/src/analysis/probe.js';
import { logGroupPreflight } from '../../server/src/planning/logGroupPreflight.js';
import { jsonFrontEnd } from '../../server/src/syntax/json.js';
import { largeKeyPolicy } from '../support/largePolicy.js';
import { serviceReference } from '../support/serviceReference.js';

/** The same at each keystroke, as in the server: what is kept is void under other settings. */
const settings = { levels: {}, kind: undefined };
const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => settings });

const SIZES = [
  ['2 KB', 2_048],
  ['32 KB', 32_768],
] as const;

/** Another action in the middle each time, so that nothing is remembered of the statement itself. */
function type(text: string, version: number): string {
  const place = text.indexOf('"kms:Decrypt', text.length / 2) + '"kms:Decrypt'.length;
  return text.slice(0, place) + version.toString(36) + text.slice(place);
}

describe('analysis of a document that nothing is known of, findings included', () => {
  for (const [name, bytes] of SIZES) {
    const text = largeKeyPolicy(bytes);
    let version = 0;
    bench(`${name} key policy`, () => {
      analyzer.analyze({ uri: 'file:///key.json', languageId: 'json', text: type(text, version++) }).findings();
    });
  }
});

describe('analysis of a keystroke, made out of the analysis before it', () => {
  for (const [name, bytes] of SIZES) {
    const text = largeKeyPolicy(bytes);
    let version = 0;
    let previous: Analysis | undefined;
    bench(`${name} key policy`, () => {
      const input = { uri: 'file:///key.json', languageId: 'json', text: type(text, version++) };
      previous = analyzer.analyze(input, previous);
      previous.findings();
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
