import { describe, expect, it } from 'vitest';
import { createDice } from '../support/dice.js';
import { breathe, isNightly } from '../support/nightly.js';
import { oddDocument } from '../support/oddDocuments.js';
import { useEverything } from '../support/useEverything.js';

const COUNT = isNightly ? 200_000 : 5_000;

interface Failure {
  readonly seed: number;
  readonly made: string;
  readonly what: string;
  readonly text: string;
}

describe('odd documents', () => {
  it(
    `are answered, all ${COUNT} of them`,
    async () => {
      const failures = new Map<string, Failure>();
      const slowest: { seed: number; made: string; milliseconds: number; length: number }[] = [];
      for (let seed = 0; seed < COUNT; seed++) {
        const odd = oddDocument(seed);
        const dice = createDice(seed);
        const fail = (what: string) => {
          // One example of each kind of failure is enough.
          failures.set(what.replace(/\d+/g, 'N').slice(0, 80), {
            seed,
            made: odd.made,
            what,
            text: odd.text.slice(0, 1_000),
          });
        };
        const started = performance.now();
        try {
          useEverything(odd, [dice.below(1_000) / 1_000, 1]).forEach(fail);
        } catch (error) {
          fail(error instanceof Error ? `${error.message}\n${error.stack?.split('\n')[1] ?? ''}` : String(error));
        }
        slowest.push({ seed, made: odd.made, milliseconds: performance.now() - started, length: odd.text.length });
        if (seed % 250 === 0) {
          slowest.sort((a, b) => b.milliseconds - a.milliseconds).splice(5);
          await breathe();
        }
      }
      if (isNightly) {
        console.log('The slowest documents:', slowest.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5));
      }
      expect([...failures.values()]).toEqual([]);
    },
    24 * 3_600_000,
  );

  it('are of many kinds, and mostly taken for policies', () => {
    const documents = Array.from({ length: 400 }, (_, seed) => oddDocument(seed));
    expect(new Set(documents.map(({ made }) => made)).size).toBeGreaterThan(9);
    expect(new Set(documents.map(({ kind }) => kind)).size).toBeGreaterThan(9);
    expect(documents.filter(({ text }) => text.includes('"Statement"')).length).toBeGreaterThan(200);
    expect(documents.filter(({ text }) => text.length > 20_000).length).toBeGreaterThan(2);
  });
});
