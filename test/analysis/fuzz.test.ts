import { describe, expect, it } from 'vitest';
import { createDice } from '../support/dice.js';
import { breathe, isNightly } from '../support/nightly.js';
import { oddDocument } from '../support/oddDocuments.js';
import { useEverything } from '../support/useEverything.js';

/** In blocks, so that a long run shows how far it is and keeps what it found. */
const BLOCK = 5_000;
const BLOCKS = Array.from({ length: isNightly ? 40 : 1 }, (_, index) => [index * BLOCK, (index + 1) * BLOCK] as const);

interface Failure {
  readonly seed: number;
  readonly made: string;
  readonly what: string;
  readonly text: string;
}

interface Duration {
  readonly seed: number;
  readonly milliseconds: number;
  readonly length: number;
}

const byDuration = (a: Duration, b: Duration) => b.milliseconds - a.milliseconds;

/** Uses every document of the block in every way. */
async function useAll(first: number, end: number): Promise<{ failures: Failure[]; slowest: Duration[] }> {
  const failures = new Map<string, Failure>();
  const durations: Duration[] = [];
  for (let seed = first; seed < end; seed++) {
    const odd = oddDocument(seed);
    const { made, text } = odd;
    const fail = (what: string) => {
      // One example of each kind of failure is enough.
      failures.set(what.replace(/\d+/g, 'N').slice(0, 80), { seed, made, what, text: text.slice(0, 1_000) });
    };
    const started = performance.now();
    try {
      useEverything(odd, [createDice(seed).below(1_000) / 1_000, 1]).forEach(fail);
    } catch (error) {
      fail(error instanceof Error ? `${error.message}\n${error.stack?.split('\n')[1] ?? ''}` : String(error));
    }
    durations.push({ seed, milliseconds: performance.now() - started, length: text.length });
    if (seed % 250 === 0) {
      durations.sort(byDuration).splice(3);
      await breathe();
    }
  }
  return { failures: [...failures.values()], slowest: durations.sort(byDuration).slice(0, 3) };
}

describe('odd documents', () => {
  it.each(BLOCKS)(
    'from seed %i to %i are answered',
    async (first, end) => {
      const { failures, slowest } = await useAll(first, end);
      if (isNightly) {
        console.log(`The slowest from seed ${first}:`, slowest);
      }
      expect(failures).toEqual([]);
    },
    3_600_000,
  );

  it('are of many kinds, and mostly taken for policies', () => {
    const documents = Array.from({ length: 400 }, (_, seed) => oddDocument(seed));
    expect(new Set(documents.map(({ made }) => made)).size).toBeGreaterThan(9);
    expect(new Set(documents.map(({ kind }) => kind)).size).toBeGreaterThan(9);
    expect(documents.filter(({ text }) => text.includes('"Statement"')).length).toBeGreaterThan(200);
    expect(documents.filter(({ text }) => text.length > 20_000).length).toBeGreaterThan(2);
  });
});
