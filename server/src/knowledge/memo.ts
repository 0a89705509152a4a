import type { ServiceReference } from './serviceReference.js';

/** Enough for every name of a large policy, and an end to what odd documents can make us keep. */
const MAX_ENTRIES = 3_000;

/**
 * Remembers the answers of a pure function of a text: the same few names are asked about by every rule, at every
 * keystroke. Answers are shared, so they must be immutable.
 */
export function memoizeText<T>(read: (text: string) => T): (text: string) => T {
  let answers = new Map<string, { readonly answer: T }>();
  return (text) => {
    let known = answers.get(text);
    if (known === undefined) {
      const own = cutLoose(text);
      known = { answer: read(own) };
      answers = answers.size < MAX_ENTRIES ? answers : new Map();
      answers.set(own, known);
    }
    return known.answer;
  };
}

/** The same for a look-up in reference data. */
export function memoizeLookup<T>(
  lookUp: (reference: ServiceReference, text: string) => T,
): (reference: ServiceReference, text: string) => T {
  const byReference = new WeakMap<ServiceReference, (text: string) => T>();
  return (reference, text) => {
    let find = byReference.get(reference);
    if (find === undefined) {
      find = memoizeText((asked) => lookUp(reference, asked));
      byReference.set(reference, find);
    }
    return find(text);
  };
}

/** A piece of a document keeps all of that version's text in memory; a copy of it does not. */
function cutLoose(text: string): string {
  return ` ${text}`.slice(1);
}
