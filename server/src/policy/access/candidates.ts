import { isRefusedInKeyPolicy } from '../../knowledge/kmsConditionKeys.js';
import { type Atom, RESOURCE_KEY, type Values } from './atoms.js';
import { singleValues } from './keyValues.js';

/** Requests, as far as some keys go, that together show every way in which the demands on these keys can come out. */
export interface Candidates {
  readonly requests: readonly Values[];
  /** False when there were too many combinations to look at all of them. */
  readonly isComplete: boolean;
}

const MAX_REQUESTS = 4_000;
const MAX_SET_MEMBERS = 8;

/**
 * Candidates for keys that belong together: alone, or because the policy variables of one bring in another.
 *
 * @param atoms every readable demand on these keys
 * @param extra further values worth looking at, by key
 */
export function makeCandidates(
  keys: readonly string[],
  atoms: readonly Atom[],
  extra: (key: string) => readonly string[],
): Candidates {
  const sources = new Set(atoms.flatMap(({ variables }) => variables));
  // Keys that variables read come first, since their values go into the patterns of the others; the list of the
  // encryption context's keys comes last, since it follows from the pairs.
  const rank = (key: string) => (key === PAIR_KEYS ? 2 : sources.has(key) ? 0 : 1);
  const ordered = [...keys].sort((a, b) => rank(a) - rank(b));
  let requests: Values[] = [{}];
  let isComplete = true;
  for (const key of ordered) {
    const own = atoms.filter((atom) => atom.key === key);
    const more = [...extra(key), ...(key === PAIR_KEYS ? keys.flatMap(pairName) : [])];
    const grown: Values[] = [];
    for (const request of requests) {
      const { values, complete } = valuesOf(key, own, request, more);
      isComplete &&= complete;
      grown.push(...values.map((list) => ({ ...request, [key]: list })));
      if (grown.length > MAX_REQUESTS) {
        isComplete = false;
        break;
      }
    }
    requests = grown.slice(0, MAX_REQUESTS);
  }
  return { requests: requests.filter(hasPlausiblePairs), isComplete };
}

/** The encryption context: its pairs, and the list of their names, in lower case. */
const PAIR_PREFIX = 'kms:encryptioncontext:';
const PAIR_KEYS = 'kms:encryptioncontextkeys';

/** True for keys that speak of the same thing: the list of the encryption context's keys, and each of its pairs. */
export function isPairKey(key: string): boolean {
  return key === PAIR_KEYS || key.startsWith(PAIR_PREFIX);
}

export function isPairList(key: string): boolean {
  return key === PAIR_KEYS;
}

function pairName(key: string): string[] {
  return key.startsWith(PAIR_PREFIX) ? [key.slice(PAIR_PREFIX.length)] : [];
}

/** A pair is in the list of keys if and only if it is in the request. */
function hasPlausiblePairs(request: Values): boolean {
  if (!(PAIR_KEYS in request)) {
    return true;
  }
  const listed = new Set(request[PAIR_KEYS]?.map((name) => name.toLowerCase()));
  return Object.entries(request).every(([key, value]) =>
    pairName(key).every((name) => listed.has(name) === (value !== undefined)),
  );
}

function valuesOf(
  key: string,
  atoms: readonly Atom[],
  request: Values,
  extra: readonly string[],
): { readonly values: readonly (readonly string[] | undefined)[]; readonly complete: boolean } {
  const { texts, isComplete } = singleValues(atoms, request, extra);
  const lists = texts.map((text) => [text]);
  if (key === RESOURCE_KEY) {
    return { values: lists, complete: isComplete };
  }
  if (isRefusedInKeyPolicy(key)) {
    return { values: [undefined], complete: true }; // a key policy never sees it (reference README, 3)
  }
  const isSet =
    (key === PAIR_KEYS || atoms.some(({ parsed }) => parsed?.setOperator !== undefined)) &&
    atoms.every(({ parsed }) => parsed?.setOperator !== undefined || isNull(parsed));
  if (!isSet) {
    return { values: [...lists, undefined], complete: isComplete };
  }
  const members = distinguishable(key, atoms, texts, request);
  const complete = isComplete && members.length <= MAX_SET_MEMBERS;
  return { values: [...subsets(members.slice(0, MAX_SET_MEMBERS)), undefined], complete };
}

function isNull(parsed: Atom['parsed']): boolean {
  return parsed?.operator.family === 'Null';
}

/** One text of each kind that single demands tell apart, so that the subsets stay few. */
function distinguishable(key: string, atoms: readonly Atom[], texts: readonly string[], request: Values): string[] {
  const kinds = new Map<string, string>();
  for (const text of texts) {
    const pair = key === PAIR_KEYS && `${PAIR_PREFIX}${text.toLowerCase()}` in request ? text.toLowerCase() : '';
    const kind = [pair, ...atoms.map((atom) => atom.test({ ...request, [key]: [text] }))].join();
    if (!kinds.has(kind)) {
      kinds.set(kind, text);
    }
  }
  return [...kinds.values()];
}

function subsets(texts: readonly string[]): string[][] {
  let sets: string[][] = [[]];
  for (const text of texts) {
    sets = sets.concat(sets.map((set) => [...set, text]));
  }
  return sets.slice(1);
}
