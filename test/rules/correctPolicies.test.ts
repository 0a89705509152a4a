import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../server/src/analysis/analyzer.js';
import { canonicalPolicies, publishedPolicies } from '../support/policyFixtures.js';
import { serviceReference } from '../support/serviceReference.js';

const analyzer = createAnalyzer({ reference: serviceReference, settingsFor: () => ({ levels: {}, kind: undefined }) });
const loud = (text: string) =>
  analyzer
    .analyze({ uri: 'file:///key.json', languageId: 'json', text })
    .findings()
    .filter(({ level }) => level === 'error' || level === 'warning')
    .map(({ rule, message }) => `${rule.id}: ${message}`);

interface Statement {
  readonly [element: string]: unknown;
}
/** Statements that belong together stay together: half of a trail's permissions is a mistake. */
const groups = [...canonicalPolicies, ...publishedPolicies]
  .filter(({ kind, text }) => kind === 'key-policy' && !/arn:aws-|amazonaws\.com\.cn/.test(text))
  .map(({ text }): readonly Statement[] => JSON.parse(text).Statement);
const ROOT: Statement = {
  Sid: 'EnableIamPolicies',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

/** The same statement, spelt as other people would: single values as lists, elements in another order, other case. */
function respell(statement: Statement, sid: string, style: number): Statement {
  const entries = Object.entries({ ...statement, Sid: sid }).map(([element, value]): [string, unknown] => {
    if (element === 'Action' && typeof value === 'string' && style % 2 === 1) {
      return [element, [value]];
    }
    return element === 'Action' && Array.isArray(value) && style % 3 === 1
      ? [element, [...value].reverse()]
      : [element, value];
  });
  return Object.fromEntries(style % 5 < 2 ? entries : entries.reverse());
}

describe('correct key policies', () => {
  it('get no warning, however their statements are put together and spelt', () => {
    fc.assert(
      fc.property(
        fc.subarray(groups, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom(undefined, 2, '\t'),
        (chosen, style, indent) => {
          const Statement = [
            ROOT,
            ...chosen.flat().map((statement, index) => respell(statement, `Statement ${index}`, style + index)),
          ];
          expect(loud(JSON.stringify({ Version: '2012-10-17', Id: 'sample', Statement }, undefined, indent))).toEqual(
            [],
          );
        },
      ),
      { numRuns: 800, seed: 20261121 },
    );
  });

  it('are made of a good many parts', () => {
    expect(groups.length).toBeGreaterThan(25);
  });
});
