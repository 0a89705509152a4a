import { describe, expect, it } from 'vitest';
import { POLICY_KINDS } from '../../protocol/src/vocabulary.js';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { type CorrectPolicy, correctPolicy } from '../support/correctPolicies.js';
import { isNightly } from '../support/nightly.js';
import { serviceReference } from '../support/serviceReference.js';

/** Kinds that look like others: only a declaration tells them for certain. */
const MUST_DECLARE: ReadonlySet<string> = new Set(['vpc-endpoint-policy', 'scp', 'rcp']);

/** In blocks, so that a long run shows how far it is. */
const BLOCK = 2_000;
const BLOCKS = Array.from({ length: isNightly ? 20 : 1 }, (_, index) => [index * BLOCK, (index + 1) * BLOCK] as const);

/** Findings that a user would see as a complaint. */
function loudFindings({ kind, text, facts }: CorrectPolicy, declared: boolean, withFacts: boolean): string[] {
  const settings = {
    levels: {},
    kind: declared ? { choice: kind, glob: 'test' } : undefined,
    facts: withFacts ? facts : {},
  };
  return createAnalyzer({ reference: serviceReference, settingsFor: () => settings })
    .analyze({ uri: 'file:///policy.json', languageId: 'json', text })
    .findings()
    .filter(({ level }) => level === 'error' || level === 'warning')
    .map(({ rule, message, span }) => `${rule.id}: ${message} [${text.slice(span.start, span.end)}]`);
}

describe('generated correct policies', () => {
  it.each(BLOCKS)(
    'from seed %i to %i get no warning, whether or not their kind and account are known',
    (first, end) => {
      const complaints = new Map<string, string>();
      for (let seed = first; seed < end; seed++) {
        const policy = correctPolicy(seed);
        for (const complaint of loudFindings(policy, seed % 2 === 0 || MUST_DECLARE.has(policy.kind), seed % 3 === 0)) {
          complaints.set(complaint.split(':')[0] ?? '', `seed ${seed}, ${policy.kind}: ${complaint}\n${policy.text}`);
        }
      }
      expect([...complaints.values()]).toEqual([]);
    },
    3_600_000,
  );

  it('are of every kind and partition, and seldom alike', () => {
    const policies = Array.from({ length: 500 }, (_, seed) => correctPolicy(seed));
    expect(new Set(policies.map(({ kind }) => kind))).toEqual(new Set(POLICY_KINDS));
    expect(new Set(policies.map(({ text }) => text)).size).toBeGreaterThan(480);
    for (const partition of ['arn:aws:', 'arn:aws-cn:', 'arn:aws-us-gov:']) {
      expect(policies.filter(({ text }) => text.includes(partition)).length).toBeGreaterThan(30);
    }
  });

  it('are the same for the same seed', () => {
    expect(correctPolicy(7)).toEqual(correctPolicy(7));
  });
});
