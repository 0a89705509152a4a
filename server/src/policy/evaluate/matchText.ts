import type { PolicyString } from '../model.js';
import { matchesWildcard } from '../wildcard.js';
import { type Tri, toTri } from './tri.js';

/**
 * Does a policy's pattern match a text? Parts that are not known yet could become anything: where even that does not
 * help the answer is `no`, otherwise `unknown`.
 */
export function matchText(pattern: PolicyString, test: (knownPattern: string) => boolean): Tri {
  if (pattern.known !== undefined) {
    return toTri(test(pattern.known));
  }
  const widest = pattern.parts.map((part) => (part.kind === 'text' ? part.text : '*')).join('');
  return test(widest) ? 'unknown' : 'no';
}

/** IAM compares action names without case. */
export function matchAction(pattern: PolicyString, action: string): Tri {
  return matchText(pattern, (text) => matchesWildcard(text.toLowerCase(), action.toLowerCase()));
}
