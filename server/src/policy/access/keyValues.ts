import { hasVariable } from '../evaluate/variables.js';
import { parseIpRange } from '../ipRange.js';
import { hasWildcard } from '../wildcard.js';
import { type Atom, RESOURCE_KEY, type Values } from './atoms.js';
import { type PatternSamples, type SamplePattern, samplePatterns } from './patternSamples.js';

/** Values written, values that match wildcards only, neighbours of bounds, and one that nothing names. */
export function singleValues(
  atoms: readonly Atom[],
  request: Values,
  extra: readonly string[],
): { readonly texts: readonly string[]; readonly isComplete: boolean } {
  const literals = new Set<string>();
  const patterns = new Map<string, SamplePattern>();
  const bounds = new Set<number>();
  const dates = new Set<number>();
  for (const { parsed, values, key } of atoms) {
    for (const { known = '' } of values) {
      const text = substitute(known, request);
      const family = parsed?.operator.family ?? (key === RESOURCE_KEY ? 'Arn' : 'String');
      switch (family) {
        case 'String':
        case 'Arn':
          if ((parsed?.operator.wildcards ?? true) && hasWildcard(text)) {
            patterns.set(`${family}${text}`, { text, arn: family === 'Arn' });
          } else {
            literals.add(text);
          }
          if (hasVariable(text)) {
            literals.add(text.replace(/\$\{([*?$])\}/g, '$1')); // what the escapes stand for
          }
          if (parsed?.operator.ignoresCase === true) {
            literals.add(text.toLowerCase()).add(text.toUpperCase());
          }
          break;
        case 'Numeric':
          bounds.add(Number(text));
          break;
        case 'Date':
          dates.add(/^-?\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
          break;
        case 'Bool':
          literals.add('true').add('false');
          break;
        case 'IpAddress':
          for (const neighbour of neighboursOfRange(text)) {
            literals.add(neighbour);
          }
          break;
        case 'Binary':
          literals.add(text);
          break;
        case 'Null':
          break;
      }
    }
  }
  const fresh = freshCharacter([...literals, ...[...patterns.values()].map(({ text }) => text)]);
  const samples = sample([...patterns.values()], fresh);
  const isTyped = bounds.size + dates.size > 0;
  return {
    texts: [
      ...new Set([
        ...literals,
        ...extra,
        ...samples.texts.filter((text) => text !== ''),
        ...neighboursOf([...bounds], 1).map(String),
        ...neighboursOf([...dates], 1000).map((time) => new Date(time).toISOString()),
        ...(isTyped ? [] : [fresh.repeat(3)]),
      ]),
    ],
    isComplete: samples.isComplete,
  };
}

/** One pattern alone needs no walk: a text that it matches, and the fresh one that it does not. */
function sample(patterns: readonly SamplePattern[], fresh: string): PatternSamples {
  const [only, ...more] = patterns;
  return more.length === 0
    ? { texts: only === undefined ? [] : [only.text.replace(/[*?]/g, fresh)], isComplete: true }
    : samplePatterns(patterns, fresh);
}

/** Puts the values of a request in the place of policy variables; what has none stays as it is written. */
function substitute(text: string, request: Values): string {
  return text.replace(/\$\{\s*([^},]*?)\s*(?:,\s*'([^']*)'\s*)?\}/g, (whole, name: string, fallback?: string) => {
    return request[name.toLowerCase()]?.[0] ?? fallback ?? whole;
  });
}

/** Each bound, a step to either side, and what lies half-way between two. */
function neighboursOf(bounds: readonly number[], step: number): number[] {
  const sorted = bounds.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.flatMap((bound, index) => {
    const next = sorted[index + 1];
    return [bound - step, bound, bound + step, ...(next === undefined ? [] : [(bound + next) / 2])];
  });
}

/** The first and last address of a range, and those before and behind it. */
function neighboursOfRange(text: string): string[] {
  const range = parseIpRange(text);
  if (range === undefined) {
    return [];
  }
  const { groups, prefixLength } = range;
  const bits = BigInt(groups.length * 16);
  const size = 1n << (bits - BigInt(prefixLength));
  const number = groups.reduce((sum, group) => (sum << 16n) + BigInt(group), 0n);
  const first = (number / size) * size;
  return [first - 1n, first, first + size - 1n, first + size]
    .filter((address) => address >= 0n && address < 1n << bits)
    .map((address) => formatIp(address, groups.length));
}

function formatIp(address: bigint, groupCount: number): string {
  const hextets = Array.from({ length: groupCount }, (_, index) => {
    return Number((address >> BigInt(16 * (groupCount - 1 - index))) & 0xffffn);
  });
  return groupCount === 2
    ? hextets.flatMap((hextet) => [hextet >> 8, hextet & 255]).join('.')
    : hextets.map((hextet) => hextet.toString(16)).join(':');
}

/** A character that none of the texts holds, so that a value with it is none of them. */
function freshCharacter(texts: readonly string[]): string {
  const used = new Set(texts.join(''));
  return [...'zxqjwkvyZXQJWKVY0123456789'].find((character) => !used.has(character)) ?? '~';
}
