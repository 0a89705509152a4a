import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternsOverlap } from '../../server/src/policy/patternOverlap.js';
import { matchesWildcard } from '../../server/src/policy/wildcard.js';

describe('two patterns overlap', () => {
  it.each([
    ['key/*', 'key/?*', true],
    ['*', '', true],
    ['', '', true],
    ['*', '*', true],
    ['a*', '*b', true],
    ['a?c', 'abc', true],
    ['log-group:/app', 'log-group:?*:log-stream:?*', false],
    ['log-group:/app*', 'log-group:?*:log-stream:?*', true],
    ['key/', 'key/?*', false],
    ['keys/1', 'key/?*', false],
    ['', '?', false],
  ])('"%s" and "%s": %s', (left, right, expected) => {
    expect(patternsOverlap(left, right)).toBe(expected);
    expect(patternsOverlap(right, left)).toBe(expected);
  });

  it('whenever a text matches both, and with a plain text exactly when it matches', () => {
    const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, pattern, text, (left, right, word) => {
        expect(patternsOverlap(left, word)).toBe(matchesWildcard(left, word));
        if (matchesWildcard(left, word) && matchesWildcard(right, word)) {
          expect(patternsOverlap(left, right)).toBe(true);
        }
      }),
      { seed: 20261125, numRuns: 2_000 },
    );
  });

  it('and long patterns are answered at once', () => {
    expect(patternsOverlap(`${'*a'.repeat(500)}b`, `${'a*'.repeat(500)}c`)).toBe(false);
  });
});
