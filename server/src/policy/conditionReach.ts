import { parseArn } from './arn.js';

/** True for a pattern that every id, name or ARN matches: `*`, `arn:*`, `o-*`, `arn:aws:*:*:*:*`. */
export function matchesEverything(pattern: string): boolean {
  const rest = pattern.replace(/^(?:arn:(?:aws[\w-]*:)?|o-|vpce?-)/, '');
  return /^[*?:/]*\*[*?:/]*$/.test(rest);
}

/**
 * True for an ARN whose account is left open. ARNs of S3 buckets have none, and are as good as their names; a pattern that
 * is no ARN of six parts is not judged.
 */
export function isArnOfEveryAccount(pattern: string): boolean {
  const arn = parseArn(pattern);
  return arn !== undefined && arn.service !== 's3' && /^[*?]+$/.test(arn.account);
}
