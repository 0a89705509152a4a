import { memoizeText } from '../knowledge/memo.js';
import { matchesWildcard } from './wildcard.js';

/** The six parts of an ARN; any may hold wildcards when it comes from a policy. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the fifth colon. */
  readonly resource: string;
}

/** Undefined when the text is no ARN: it needs six parts and must start with `arn`. */
export const parseArn = memoizeText(readArn);

function readArn(text: string): Arn | undefined {
  const parts = text.split(':');
  const [arn, partition, service, region, account] = parts;
  if (arn !== 'arn' || partition === undefined || service === undefined || region === undefined) {
    return undefined;
  }
  if (account === undefined || parts.length < 6) {
    return undefined;
  }
  return { partition, service, region, account, resource: parts.slice(5).join(':') };
}

/**
 * `ArnEquals` and `ArnLike`, which match alike: each of the six parts on its own, wildcards not crossing colons except
 * in the last (IAM guide, "Amazon Resource Name (ARN) condition operators"; reference README, point 5).
 */
export function matchesArn(pattern: string, text: string): boolean {
  return arnMatcher(pattern)(text);
}

/** `matchesArn` for one pattern and many texts. */
export function arnMatcher(pattern: string): (text: string) => boolean {
  if (pattern === '*') {
    return () => true;
  }
  const wanted = parseArn(pattern);
  if (wanted === undefined) {
    return () => false;
  }
  return (text) => {
    const actual = parseArn(text);
    return actual !== undefined && ARN_PARTS.every((part) => matchesWildcard(wanted[part], actual[part]));
  };
}

const ARN_PARTS = ['partition', 'service', 'region', 'account', 'resource'] as const;
