/**
 * IAM wildcards: `*` is any run of characters, `?` any one. Linear in the product of both lengths at worst, and never
 * a regular expression, so that no pattern can make it hang.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  if (!hasWildcard(pattern)) {
    return pattern === text;
  }
  let p = 0;
  let t = 0;
  let star = -1;
  let starText = 0;
  while (t < text.length) {
    const character = pattern[p];
    if (character === '*') {
      star = p++;
      starText = t;
    } else if (character !== undefined && (character === '?' || character === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++starText;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') {
    p++;
  }
  return p === pattern.length;
}

/** True when the text holds `*` or `?`. */
export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}
