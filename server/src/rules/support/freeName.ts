/** A name that is not taken yet: the text itself, or with the first number that is free behind it. */
export function freeName(text: string, taken: ReadonlySet<string>): string {
  let candidate = text;
  for (let number = 2; taken.has(candidate); number++) {
    candidate = `${text}${number}`;
  }
  return candidate;
}
