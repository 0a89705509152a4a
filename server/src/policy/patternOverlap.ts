/**
 * Whether some text matches both of two wildcard patterns (`*` any run of characters, `?` any one). Takes time in
 * proportion to the product of their lengths, whatever they hold.
 */
export function patternsOverlap(left: string, right: string): boolean {
  // `after[j]`: what is left of `left` after the current character, and of `right` from j on, overlap.
  let after: boolean[] = [];
  for (let i = left.length; i >= 0; i--) {
    const current: boolean[] = new Array(right.length + 1).fill(false);
    for (let j = right.length; j >= 0; j--) {
      current[j] = overlapAt(left[i], right[j], current[j + 1] === true, after[j] === true, after[j + 1] === true);
    }
    after = current;
  }
  return after[0] === true;
}

/** `undefined` stands for the end of a pattern. */
function overlapAt(
  left: string | undefined,
  right: string | undefined,
  skipRight: boolean,
  skipLeft: boolean,
  skipBoth: boolean,
): boolean {
  if (left === undefined && right === undefined) {
    return true;
  }
  if (left === '*' && (skipLeft || (right !== undefined && skipRight))) {
    return true;
  }
  if (right === '*' && (skipRight || (left !== undefined && skipLeft))) {
    return true;
  }
  if (left === undefined || right === undefined || left === '*' || right === '*') {
    return false;
  }
  return (left === right || left === '?' || right === '?') && skipBoth;
}
