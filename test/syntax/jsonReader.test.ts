import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnyText } from '../../server/src/syntax/jsonMistakes.js';
import { readWellFormed } from '../../server/src/syntax/jsonReader.js';
import { anyPolicy } from '../support/policyCorpus.js';

const STRICT = { isLenient: false, maxDepth: 200 };
const LENIENT = { isLenient: true, maxDepth: 200 };

/** What is read fast is what is read with care; and whatever has no mistake is read fast. */
function expectSame(text: string): void {
  for (const options of [STRICT, LENIENT]) {
    const careful = readAnyText(text, options);
    const fast = readWellFormed(text, options);
    const isFlawless = careful.problems.every(({ code }) => code === 'comment');
    if (fast !== undefined) {
      expect(fast).toEqual(careful);
    } else if (isFlawless && careful.root !== undefined && careful.root.kind !== 'scalar') {
      expect(text).toMatch(/\/\*/); // of comments only one that is not closed is left to the careful reader
    }
  }
}

describe('reading well-formed JSON fast', () => {
  it('gives what the parser for all texts gives, in policies whole and broken', () => {
    fc.assert(fc.property(anyPolicy, expectSame), { numRuns: 800, seed: 20261125 });
  });

  it('gives the same for every kind of value', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.constantFrom(0, 1, '\t'), (json, indent) => {
        const text = JSON.stringify([JSON.parse(json)], undefined, indent);
        expect(readWellFormed(text, STRICT)).toEqual(readAnyText(text, STRICT));
      }),
      { numRuns: 500, seed: 20261125 },
    );
  });

  it('gives the same for scraps of JSON in any order', () => {
    const scrap = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '"a"',
        '"\\u00e9\\n"',
        '"\\x"',
        '"\\',
        '"',
        ':',
        ',',
        '1',
        '-0.5e+3',
        '01',
        '1.',
        '-',
        'true',
      ],
      ...[
        'truex',
        'null',
        ' ',
        '\n',
        '\r',
        '\t',
        '\v',
        '\u00a0',
        '// c"[\r',
        '/* [ */',
        '/*',
        '/',
        "'",
        '\u2028',
        '\uFEFF',
      ],
      ...['"a":', '"b": 1,', '{"c":[]}', '\u0007', '"\u0007"', '"\ud800"'],
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 12, size: 'max' }), (scraps) => {
        expectSame(scraps.join(''));
        expectSame(`{"x":[${scraps.join('')}]}`);
      }),
      { numRuns: 2_000, seed: 20261125 },
    );
  });

  it('leaves brackets that are nested too deep to the careful reader, and counts those in comments as it does', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(readWellFormed(nested(200), STRICT)).toEqual(readAnyText(nested(200), STRICT));
    expect(readWellFormed(nested(201), STRICT)).toBeUndefined();
    expect(readAnyText(nested(201), STRICT).problems.map(({ code }) => code)).toEqual(['too-deep']);
    const inComment = `{ "a": 1 /* ${'['.repeat(300)} " */ }`;
    expect(readWellFormed(inComment, LENIENT)).toEqual(readAnyText(inComment, LENIENT));
    expect(readAnyText(`"\r${'['.repeat(100_000)}`, STRICT).problems.map(({ code }) => code)).toEqual(['too-deep']);
  });
});
