import { memoizeText } from '../../knowledge/memo.js';
import { isLegalPolicyCharacter } from '../../knowledge/policyLimits.js';
import { hasStrayWhitespace } from '../../policy/strayWhitespace.js';
import type { RuleContext } from '../rule.js';

const isIllegalInKeyPolicy = memoizeText((text) =>
  Array.from(text).some((character) => !isLegalPolicyCharacter('key-policy', character.codePointAt(0) ?? 0)),
);
const isStray = memoizeText(hasStrayWhitespace);

/** True when a key policy may not hold a text because of its characters: `policy-charset` reports it. */
export function isIllegalText({ kind }: Pick<RuleContext, 'kind'>, text: string): boolean {
  return kind === 'key-policy' && isIllegalInKeyPolicy(text);
}

/**
 * True when the characters of a name are the mistake (`policy-charset`, `string-stray-whitespace`): rules about what the
 * name means stay silent then.
 */
export function hasWrongCharacters(context: Pick<RuleContext, 'kind'>, text: string): boolean {
  return isStray(text) || isIllegalText(context, text);
}
