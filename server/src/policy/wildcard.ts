/** Wildcards of policies; the matching itself is shared with the look-ups of action names. */
export { hasWildcard, matchesWildcard } from '../knowledge/wildcard.js';
