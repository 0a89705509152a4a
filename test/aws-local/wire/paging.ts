import { createHash } from 'node:crypto';

export interface Page {
  readonly ids: readonly string[];
  /** Token of the next page; undefined on the last one. */
  readonly next: string | undefined;
}

/**
 * One page of sorted ids. `scope` names the request that a token belongs to (operation, account, Region, filters): a
 * token of another request is as invalid as a made-up one.
 *
 * @returns undefined when the token is not valid
 */
export function pageOf(
  ids: readonly string[],
  request: { readonly scope: string; readonly token: string | undefined; readonly limit: number },
): Page | undefined {
  let start = 0;
  if (request.token !== undefined) {
    const after = decodeToken(request.scope, request.token);
    if (after === undefined) {
      return undefined;
    }
    start = firstAfter(ids, after);
  }
  const page = ids.slice(start, start + request.limit);
  const last = page.at(-1);
  const isTruncated = start + page.length < ids.length;
  return { ids: page, next: isTruncated && last !== undefined ? encodeToken(request.scope, last) : undefined };
}

/** An opaque token that remembers the last id seen, so that a page survives rows that come and go in between. */
export function encodeToken(scope: string, after: string): string {
  return Buffer.from(`${digest(scope, after)}${after}`, 'utf8').toString('base64');
}

function decodeToken(scope: string, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64');
  if (bytes.toString('base64') !== token) {
    return undefined; // decoding forgives junk; AWS does not
  }
  const text = bytes.toString('utf8');
  const after = text.slice(DIGEST_LENGTH);
  return text.slice(0, DIGEST_LENGTH) === digest(scope, after) ? after : undefined;
}

const DIGEST_LENGTH = 24;

function digest(scope: string, after: string): string {
  return createHash('sha256').update(`${scope}\n${after}`).digest('hex').slice(0, DIGEST_LENGTH);
}

/** Index of the first id greater than `after`, by binary search over sorted ids. */
function firstAfter(ids: readonly string[], after: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') <= after) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
