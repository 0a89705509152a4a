/** True when `text` matches a pattern with `*` (any run of characters) and `?` (exactly one). Linear, no backtracking blow-up. */
export function matchesWildcards(pattern: string, text: string): boolean {
  let at = 0;
  let position = 0;
  let starAt = -1;
  let starPosition = 0;
  while (position < text.length) {
    if (pattern[at] === '*') {
      starAt = at;
      starPosition = position;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[position])) {
      at += 1;
      position += 1;
    } else if (starAt >= 0) {
      starPosition += 1;
      position = starPosition;
      at = starAt + 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') {
    at += 1;
  }
  return at === pattern.length;
}

/** Action names ignore case; their patterns use the same wildcards. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcards(pattern.toLowerCase(), action.toLowerCase());
}

/** ARNs compare part by part, so that a `*` never reaches over a colon; the sixth part is the rest. */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*') {
    return true;
  }
  const patternParts = arnParts(pattern);
  const parts = arnParts(arn);
  return (
    patternParts.length === 6 &&
    parts.length === 6 &&
    patternParts.every((part, index) => matchesWildcards(part, parts[index] ?? ''))
  );
}

function arnParts(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
