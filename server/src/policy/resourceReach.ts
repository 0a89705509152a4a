import { parseArn } from './arn.js';

/** Services whose ARNs name no account, so that an open name alone is everything. */
const WITHOUT_ACCOUNT: ReadonlySet<string> = new Set(['s3']);

/**
 * True for a resource that stands for every resource of a type in every account: `*`, `arn:aws:kms:*:*:key/*`,
 * `arn:aws:s3:::*`. An ARN that names an account or part of a name is narrower than that.
 */
export function isEveryResource(text: string): boolean {
  if (/^\*+$/.test(text)) {
    return true;
  }
  const arn = parseArn(text);
  if (arn === undefined) {
    return false;
  }
  if (arn.account === '') {
    return WITHOUT_ACCOUNT.has(arn.service) && /^\*+(?:\/\*+)*$/.test(arn.resource);
  }
  return /^\*+$/.test(arn.account) && /^(?:[\w-]+[:/])?\*+(?:[:/]\*+)*$/.test(arn.resource);
}
