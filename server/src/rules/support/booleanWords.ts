/** What somebody meant who wrote a truth value in their own way; AWS takes `true` and `false` only. */
export function booleanMeantBy(text: string): 'true' | 'false' | undefined {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(word)) {
    return 'true';
  }
  return ['false', 'no', 'off', '0'].includes(word) ? 'false' : undefined;
}
