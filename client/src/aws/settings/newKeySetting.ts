import { CreateKeyCommand, KeySpec, KeyUsageType, OriginType, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { isJsonObject } from '../../platform/policies/json.js';
import { getPolicy } from '../kmsCalls.js';
import type { Json } from '../ports.js';
import { keyAlias } from './aliasSetting.js';
import { badValue, type SettingAdapter } from './define.js';
import { isSameKey, readCommonInput, readWholeKey, SHORTEST_WINDOW_DAYS } from './keyValue.js';
import { markOf, type NewKeys } from './newKeys.js';

/**
 * A key that a plan makes. The resource is its mark, or its ARN once that is known. The value is
 * `{ spec, usage, origin, multiRegion, description, tags, policy }`; null when there is none, or when it is on its way out.
 */
export function createNewKeySetting(newKeys: NewKeys): SettingAdapter {
  const find = async (resource: string) => (resource.startsWith('arn:') ? resource : newKeys.find(resource));
  return {
    async read(resource, context) {
      const arn = await find(resource);
      const key = arn === undefined ? undefined : await readWholeKey(arn, context);
      if (key === undefined) {
        return null;
      }
      const { KeySpec: spec = '', KeyUsage: usage = '', Origin: origin = '', MultiRegion } = key.metadata;
      return { spec, usage, origin, multiRegion: MultiRegion === true, ...key.value };
    },
    async write(resource, value, { clients, sendWrite }) {
      if (value !== null) {
        const input = readValue(value);
        newKeys.noteSent(resource);
        const { KeyMetadata } = await sendWrite('kms:CreateKey', () =>
          clients.kmsOnce.send(new CreateKeyCommand(input)),
        );
        if (KeyMetadata?.Arn !== undefined) {
          newKeys.noteMade(resource, KeyMetadata.Arn);
        }
        return;
      }
      const KeyId = await find(resource);
      if (KeyId !== undefined) {
        const PendingWindowInDays = SHORTEST_WINDOW_DAYS;
        await sendWrite('kms:ScheduleKeyDeletion', () =>
          clients.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays })),
        );
      }
    },
    isSame: isSameKey,
    madeResource: (resource) => newKeys.known(resource),
  };
}

/**
 * The alias of a key that the same plan makes: its value is the mark of that key. Reading gives the mark that the policy of
 * the key carries, or the ARN of a key without one.
 */
export function createNewKeyAliasSetting(newKeys: NewKeys): SettingAdapter {
  return {
    async read(alias, context) {
      const arn = await keyAlias.read(alias, context);
      if (typeof arn !== 'string') {
        return arn;
      }
      return markOf(await getPolicy(context.clients.kms, context.sendRead, arn)) ?? arn;
    },
    async write(alias, value, context) {
      await keyAlias.write(alias, typeof value === 'string' ? await newKeys.require(value) : value, context);
    },
  };
}

/** Any setting of a key that the same plan makes: the resource is the mark of that key. */
export function onNewKey(adapter: SettingAdapter, newKeys: NewKeys): SettingAdapter {
  return {
    async read(mark, context) {
      const arn = await newKeys.find(mark);
      return arn === undefined ? null : adapter.read(arn, context);
    },
    write: async (mark, value, context) => adapter.write(await newKeys.require(mark), value, context),
    ...(adapter.isSame === undefined ? {} : { isSame: adapter.isSame }),
    madeResource: (mark) => newKeys.known(mark),
  };
}

function readValue(value: Json) {
  if (!isJsonObject(value)) {
    throw badValue('kms.newKey', value);
  }
  const spec = Object.values(KeySpec).find((name) => name === value['spec']);
  const usage = Object.values(KeyUsageType).find((name) => name === value['usage']);
  const origin = Object.values(OriginType).find((name) => name === value['origin']);
  if (spec === undefined || usage === undefined || origin === undefined) {
    throw badValue('kms.newKey', value);
  }
  return {
    KeySpec: spec,
    KeyUsage: usage,
    Origin: origin,
    MultiRegion: value['multiRegion'] === true,
    ...readCommonInput(value),
  };
}
