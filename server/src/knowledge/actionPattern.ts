import { matchesWildcard } from './wildcard.js';

/**
 * Whether an action pattern (`Get*`, `*Key?`) covers a name. Ignores case, as IAM does for actions. Only for names of
 * actions and services: ARNs have rules of their own.
 */
export function matchesActionPattern(pattern: string, name: string): boolean {
  return matchesWildcard(pattern.toLowerCase(), name.toLowerCase());
}
