/**
 * KMS takes no token by which a repeated CreateKey would be told from a second one, and gives a new key its name only in
 * the answer. So a plan marks the key that it makes: the mark is the `Id` of the key policy, stands for the ARN until that
 * is known, and finds the key again when the answer was lost or the editor ended.
 */
const MARK = /^sealwright-([0-9a-z]{6,12})-[0-9a-f]{8,32}$/;

/** @param random hexadecimal digits, at least 8 */
export function newKeyMark(nowMs: number, random: string): string {
  return `sealwright-${nowMs.toString(36)}-${random}`;
}

export function isNewKeyMark(text: string): boolean {
  return MARK.test(text);
}

/** When a mark was made, in milliseconds since 1970: no key can have it that is much older. */
export function timeOfMark(mark: string): number {
  return Number.parseInt(MARK.exec(mark)?.[1] ?? '0', 36);
}
