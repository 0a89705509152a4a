import type { Call } from '../service.js';
import { isRead } from '../service.js';
import type { AliasRecord, KeyRecord } from '../state/records.js';
import type { Table } from '../state/table.js';
import { keyArn } from '../state/toRecords.js';
import { AwsError } from '../wire/errors.js';
import { requiredString } from '../wire/json.js';
import { foreignKeyMessage } from './authorize.js';

const KEY_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/i;

export interface ResolvedKey {
  readonly key: KeyRecord;
  /** The alias that the request named, as `kms:RequestAlias` shows it. */
  readonly requestAlias: string | undefined;
}

/**
 * The key that a request names, by id or ARN; by alias name or alias ARN only where AWS takes one (kms-facts 13).
 * Throws `NotFoundException` or `InvalidArnException` in AWS's words.
 */
export function resolveKey(
  call: Call,
  options: { readonly acceptAlias?: boolean; readonly member?: string } = {},
): ResolvedKey {
  const text = requiredString(call.input, options.member ?? 'KeyId', 'ValidationException');
  return text.startsWith('arn:') ? byArn(call, text, options) : byName(call, text, options);
}

/** What a row is for this call: newest for writes, possibly stale for reads. */
function rowFor<Row extends object>(call: Call, table: Table<Row>, id: string): Row | undefined {
  return isRead(call.operation) ? table.read(id) : table.get(id);
}

function byName(call: Call, text: string, options: { readonly acceptAlias?: boolean }): ResolvedKey {
  if (text.startsWith('alias/') && options.acceptAlias === true) {
    return byAlias(call, text, call.caller.accountId);
  }
  if (!KEY_ID.test(text)) {
    throw new AwsError('NotFoundException', `Invalid keyId '${text}'`);
  }
  return { key: existingKey(call, text, call.caller.accountId), requestAlias: undefined };
}

function byArn(call: Call, arn: string, options: { readonly acceptAlias?: boolean }): ResolvedKey {
  const [, , service, region = '', accountId = '', resource = ''] = arn.split(':');
  if (service !== 'kms' || !/^\d{12}$/.test(accountId) || resource === '') {
    throw new AwsError('InvalidArnException', `Invalid arn ${arn}`);
  }
  if (region !== call.region) {
    throw new AwsError('NotFoundException', `Invalid arn ${region}`);
  }
  if (resource.startsWith('alias/') && options.acceptAlias === true) {
    return byAlias(call, resource, accountId);
  }
  if (!resource.startsWith('key/')) {
    throw new AwsError('InvalidArnException', `Invalid arn ${arn}`);
  }
  return { key: existingKey(call, resource.slice('key/'.length), accountId), requestAlias: undefined };
}

function byAlias(call: Call, name: string, accountId: string): ResolvedKey {
  const alias = rowFor<AliasRecord>(call, call.world.region(accountId, call.region).aliases, name);
  if (alias?.targetKeyId === undefined) {
    refuseForeign(call, accountId);
    const arn = keyArn({ accountId, region: call.region }, '').replace(/key\/$/, name);
    throw new AwsError('NotFoundException', `Alias ${arn} is not found.`);
  }
  return { key: existingKey(call, alias.targetKeyId, accountId), requestAlias: name };
}

function existingKey(call: Call, id: string, accountId: string): KeyRecord {
  const key = rowFor<KeyRecord>(call, call.world.region(accountId, call.region).keys, id);
  if (key === undefined) {
    refuseForeign(call, accountId);
    throw new AwsError('NotFoundException', `Key '${keyArn({ accountId, region: call.region }, id)}' does not exist`);
  }
  return key;
}

function refuseForeign(call: Call, accountId: string): void {
  if (accountId !== call.caller.accountId) {
    throw new AwsError('AccessDeniedException', foreignKeyMessage(call.caller, `kms:${call.operation}`));
  }
}
