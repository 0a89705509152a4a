import { memoizeText } from '../../knowledge/memo.js';
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
  return test(patternText(pattern)) ? 'unknown' : 'no';
}

/** The text with its unknown parts widened to `*`. */
export function patternText({ known, parts }: PolicyString): string {
  return known ?? parts.map((part) => (part.kind === 'text' ? part.text : '*')).join('');
}

/** The same few names are compared by many rules, at every keystroke. */
const lowerCase = memoizeText((text) => text.toLowerCase());
const isPattern = memoizeText((text) => /[*?]/.test(text));

/** IAM compares action names without case. */
export function matchAction(pattern: PolicyString, action: string): Tri {
  return matchText(pattern, (text) => {
    const [wanted, actual] = [lowerCase(text), lowerCase(action)];
    return wanted === actual || (isPattern(wanted) && matchesWildcard(wanted, actual));
  });
}

/** `matchAction` for one pattern and many actions, which come in lower case. */
export function actionMatcher(pattern: PolicyString): (lowerCaseAction: string) => Tri {
  const text = patternText(pattern).toLowerCase();
  const outcome: Tri = pattern.known === undefined ? 'unknown' : 'yes';
  if (text === '*' || text === 'kms:*') {
    return (action) => (text === '*' || action.startsWith('kms:') ? outcome : 'no');
  }
  return (action) => (matchesWildcard(text, action) ? outcome : 'no');
}
