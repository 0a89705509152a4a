import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt name most probably meant, or undefined when none is close enough to offer. Case does
 * not count. The limit grows with the length of the name, so that short words do not attract each other.
 */
export function nearestName(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  const limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 4)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) {
      continue;
    }
    const found = distance(wanted, candidate.toLowerCase());
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}
