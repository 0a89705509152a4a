import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import type { PolicyFacts } from '../../server/src/policy/facts.js';
import { canonicalPolicies, type PolicyFixture, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const ACCOUNT = '111122223333';

/** The facts that hold for a correct policy: its own account, the Region that it names, and somebody of the account. */
function factsOf({ text }: PolicyFixture): PolicyFacts {
  const regions = [...new Set(text.match(/\b(?:us|eu|ap|cn)(?:-gov)?-[a-z]+-\d\b/g) ?? [])];
  const partition = /arn:(aws[\w-]*):/.exec(text)?.[1] ?? 'aws';
  const arn = (name: string) => `arn:${partition}:iam::${ACCOUNT}:role/${name}`;
  return {
    account: ACCOUNT,
    region: regions.length === 1 ? (regions[0] ?? '') : 'us-east-1',
    caller: arn('Deploy'),
    breakGlass: [arn('BreakGlass')],
    trustedAccounts: ['444455556666'],
    organization: 'o-a1b2c3d4e5',
    ...(regions.length > 1 && { multiRegion: true }),
  };
}

describe('correct policies, with the facts that hold for them', () => {
  for (const fixture of [...canonicalPolicies, ...publishedPolicies]) {
    it(`give no warning: ${fixture.name}`, () => {
      const facts = factsOf(fixture);
      const analyzer = createAnalyzer({
        reference: serviceReference,
        settingsFor: () => ({ levels: {}, kind: { choice: fixture.kind, glob: 'test' }, facts }),
      });
      const { findings } = analyzer.analyze({ uri: 'file:///policy.json', languageId: 'json', text: fixture.text });
      expect(
        findings()
          .filter(({ level }) => level === 'error' || level === 'warning')
          .map(({ rule, message }) => `${rule.id}: ${message}`),
      ).toEqual([]);
    });
  }
});
