const MAX_LENGTH = 60;

/** Written text as it is quoted in a message: on one line, and no longer than a reader needs to recognise it. */
export function excerpt(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length > MAX_LENGTH ? `${oneLine.slice(0, MAX_LENGTH - 1)}…` : oneLine;
}
