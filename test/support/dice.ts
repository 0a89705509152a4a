/** Seeded chance: the same seed throws the same numbers, on every machine. */
export interface Dice {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** A part of the list in random order, with `least` items or more. */
  some<T>(list: readonly T[], least?: number): T[];
  shuffle<T>(list: readonly T[]): T[];
  /** A text of characters of `alphabet`. */
  text(alphabet: string, least: number, most: number): string;
}

/** @param seed any whole number; neighbours throw unrelated numbers */
export function createDice(seed: number): Dice {
  let state = Math.imul(seed ^ 0x5ea17, 0x9e3779b1) >>> 0;
  // Mulberry32: small, fast, and good enough for choosing test data.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) {
        throw new Error('Nothing to pick from.');
      }
      return item;
    },
    some: (list, least = 0) => shuffle(list).slice(0, least + below(list.length - least + 1)),
    shuffle,
    text: (alphabet, least, most) =>
      Array.from({ length: least + below(most - least + 1) }, () => alphabet[below(alphabet.length)]).join(''),
  };
}
