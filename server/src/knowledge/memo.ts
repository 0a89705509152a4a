import type { ServiceReference } from './serviceReference.js';

/** Enough for every name of a large policy, and an end to what odd documents can make us keep. */
const MAX_ENTRIES = 5_000;

/**
 * Remembers the answers of a pure look-up, by reference data and text: the same few names are asked for by every rule,
 * at every keystroke.
 */
export function memoizeLookup<T>(
  lookUp: (reference: ServiceReference, text: string) => T,
): (reference: ServiceReference, text: string) => T {
  const answers = new WeakMap<ServiceReference, Map<string, T>>();
  return (reference, text) => {
    let known = answers.get(reference);
    if (known === undefined || known.size > MAX_ENTRIES) {
      known = new Map();
      answers.set(reference, known);
    }
    let answer = known.get(text);
    if (answer === undefined && !known.has(text)) {
      const own = cutLoose(text);
      answer = lookUp(reference, own);
      known.set(own, answer);
    }
    return answer as T;
  };
}

/** A piece of a document keeps all of that version's text in memory; a copy of it does not. */
function cutLoose(text: string): string {
  return ` ${text}`.slice(1);
}
