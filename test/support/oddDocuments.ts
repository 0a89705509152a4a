import { POLICY_KIND_CHOICES, type PolicyKindChoice } from '../../protocol/src/vocabulary.js';
import { correctPolicy } from './correctPolicies.js';
import { createDice, type Dice } from './dice.js';
import { anyText, anyValue, oddCharacter, oddString } from './oddDocuments/oddValues.js';
import { canonicalPolicies, publishedPolicies } from './policyFixtures.js';

export interface OddDocument {
  readonly text: string;
  readonly languageId: 'json' | 'jsonc';
  /** What a configuration declares it to be; undefined: told by content. */
  readonly kind: PolicyKindChoice | undefined;
  /** How it was made, for a report. */
  readonly made: string;
}

const samples = [...canonicalPolicies, ...publishedPolicies].map(({ text }) => text);

/** A document that somebody might hand to the product by mistake or malice. The seed makes it again. */
export function oddDocument(seed: number): OddDocument {
  const dice = createDice(seed);
  const [made, make] = dice.pick(WAYS);
  const start = dice.chance(60) ? dice.pick(samples) : correctPolicy(dice.below(100_000)).text;
  let text = make(start, dice);
  if (dice.chance(10)) {
    text = commented(text, dice);
  }
  return {
    text,
    languageId: dice.chance(70) ? 'json' : 'jsonc',
    kind: dice.chance(50) ? undefined : dice.pick(POLICY_KIND_CHOICES),
    made,
  };
}

type Way = (text: string, dice: Dice) => string;

/** Each way as often as it stands here. */
const WAYS: readonly (readonly [name: string, way: Way])[] = [
  ['values swapped', swapValues],
  ['values swapped', swapValues],
  ['values swapped', swapValues],
  ['strings mutated', mutateStrings],
  ['strings mutated', mutateStrings],
  ['keys renamed', renameKeys],
  ['entries doubled', doubleEntries],
  ['cut off', (text, dice) => text.slice(0, dice.below(text.length))],
  ['pieces moved', movePieces],
  ['characters garbled', garble],
  ['any text', (_, dice) => anyText(dice)],
  ['any policy-like value', (_, dice) => JSON.stringify({ Statement: anyValue(dice, 5) })],
  ['any value', (_, dice) => JSON.stringify(anyValue(dice, 6)) ?? ''],
  ['one place far too deep or long', overgrow],
];

/** A place in a JSON value: how to put another value there. */
type Place = (value: unknown) => void;

function placesOf(value: unknown, places: Place[] = []): Place[] {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      places.push((other) => {
        value[index] = other;
      });
      placesOf(item, places);
    });
  } else if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    for (const [key, item] of Object.entries(object)) {
      places.push((other) => {
        object[key] = other;
      });
      placesOf(item, places);
    }
  }
  return places;
}

function swapValues(text: string, dice: Dice): string {
  const policy: unknown = JSON.parse(text);
  for (let swaps = 1 + dice.below(3); swaps > 0; swaps--) {
    dice.pick(placesOf(policy))(anyValue(dice, 3));
  }
  return JSON.stringify(policy, undefined, dice.pick([0, 2]));
}

/** One huge string, one deep nesting or one long list, at any place. */
function overgrow(text: string, dice: Dice): string {
  const policy: unknown = JSON.parse(text);
  const put = dice.pick(placesOf(policy));
  const way = dice.below(3);
  if (way === 0) {
    put(
      dice
        .pick(['*', '?*', 'a', '${', ':', '1', 'a*', 'kms:', 'arn:', ' ', "'", '{', '-'])
        .repeat(10 ** (1 + dice.below(4))),
    );
  } else if (way === 1) {
    let nested: unknown = anyValue(dice, 1);
    for (let depth = 10 ** (1 + dice.below(3)); depth > 0; depth--) {
      nested = dice.chance(50) ? [nested] : { [dice.pick(['AWS', 'Statement', 'StringEquals', ''])]: nested };
    }
    put(nested);
  } else {
    const item = anyValue(dice, 2);
    put(Array.from({ length: 5 * 10 ** dice.below(3) }, () => (dice.chance(20) ? anyValue(dice, 2) : item)));
  }
  return JSON.stringify(policy);
}

const STRING = /"(?:[^"\\\n]|\\.)*"/g;

/** Changes some of the strings, keys included, in the text itself. */
function mutateStrings(text: string, dice: Dice): string {
  return text.replace(STRING, (token) => {
    if (!dice.chance(8)) {
      return token;
    }
    const at = 1 + dice.below(token.length - 1);
    return dice.pick([
      () => `${token.slice(0, at)}${oddCharacter(dice)}${token.slice(at)}`,
      () => `${token.slice(0, at)}${token.slice(Math.min(at + 1, token.length - 1))}`,
      () => JSON.stringify(oddString(dice)),
      () => token.toLowerCase(),
      () => token.toUpperCase(),
    ])();
  });
}

const KEY = /"(?:[^"\\\n]|\\.)*"(?=\s*:)/g;

function renameKeys(text: string, dice: Dice): string {
  const keys = text.match(KEY) ?? [];
  return text.replace(KEY, (key) =>
    dice.chance(10) ? dice.pick([dice.pick(keys), JSON.stringify(oddString(dice))]) : key,
  );
}

function doubleEntries(text: string, dice: Dice): string {
  return text.replace(/"[^"\n]+"\s*:\s*"[^"\n]*"/g, (entry) =>
    dice.chance(10) ? `${entry}, ${dice.chance(50) ? entry : entry.toLowerCase()}` : entry,
  );
}

function movePieces(text: string, dice: Dice): string {
  const [from = 0, to = 0] = [dice.below(text.length), dice.below(text.length)].sort((a, b) => a - b);
  const rest = text.slice(0, from) + text.slice(to);
  const at = dice.below(rest.length + 1);
  return dice.pick([() => rest, () => rest.slice(0, at) + text.slice(from, to) + rest.slice(at), () => text + rest])();
}

function garble(text: string, dice: Dice): string {
  const characters = [...text];
  for (let count = 1 + dice.below(6); count > 0; count--) {
    characters[dice.below(characters.length)] = oddCharacter(dice);
  }
  return characters.join('');
}

const DIRECTIVES = ['sealwright-ignore', 'sealwright-ignore-file', 'sealwright: kind=', 'sealwright:kind=key-policy'];
const DIRECTIVE_PARTS = [' ', ':', ',', 'action-unknown', 'json-syntax', 'no-such-rule', 'scp', 'why'];

/** Comments that are, or nearly are, directives of ours. */
function commented(text: string, dice: Dice): string {
  const parts = dice.some([...DIRECTIVE_PARTS, oddString(dice)]).join(' ');
  const comment = `// ${dice.pick(DIRECTIVES)}${parts}\n`;
  const at = dice.chance(50) ? 0 : dice.below(text.length);
  return text.slice(0, at) + comment + text.slice(at);
}
