import type { Call } from '../service.js';
import { AwsError } from '../wire/errors.js';
import { boundedInteger, type JsonObject, optionalString } from '../wire/json.js';
import { pageOf } from '../wire/paging.js';

/**
 * One page of a KMS list: `{[member]: items, Truncated, NextMarker?}`. NextMarker is there only when Truncated is true.
 *
 * @param filter distinguishes the markers of one request from those of another
 */
export function listPage(
  call: Call,
  ids: readonly string[],
  limits: { readonly max: number; readonly fallback: number },
  member: string,
  filter: string,
  toItem: (id: string) => unknown,
): JsonObject {
  const limit = boundedInteger(call.input, 'Limit', { min: 1, ...limits }, 'ValidationException');
  const scope = `${call.operation}/${call.caller.accountId}/${call.region}/${filter}`;
  const page = pageOf(ids, { scope, token: optionalString(call.input, 'Marker'), limit });
  if (page === undefined) {
    throw new AwsError('InvalidMarkerException', 'Invalid marker');
  }
  return {
    [member]: page.ids.map(toItem),
    ...(page.next === undefined ? { Truncated: false } : { NextMarker: page.next, Truncated: true }),
  };
}
