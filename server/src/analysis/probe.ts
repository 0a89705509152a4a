/** An element name that every policy has, quoted as JSON has it, in any letter case. */
const POLICY_WORDS = /["'](?:statement|effect|action|principal|version)["']\s*:/i;
const SURE_WORDS = /["'](?:statement|effect|principal|notprincipal|notaction)["']/i;

/** Nothing larger than this can be a policy of any kind; templates raise this limit when they come. */
const MAX_LENGTH = 8_000_000;

/**
 * A test of microseconds that spares all other JSON the parsing: false when the text cannot hold a policy. A short
 * text with a policy's version alone passes too, since that is how a policy begins.
 */
export function mayHoldPolicy(text: string): boolean {
  if (text.length > MAX_LENGTH) {
    return false;
  }
  return SURE_WORDS.test(text) || (text.length < 2_000 && POLICY_WORDS.test(text));
}
