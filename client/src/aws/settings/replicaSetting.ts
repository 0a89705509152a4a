import { ReplicateKeyCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { isJsonObject } from '../../platform/policies/json.js';
import { badValue, type SettingAdapter } from './define.js';
import { isSameKey, readCommonInput, readWholeKey, SHORTEST_WINDOW_DAYS } from './keyValue.js';

/**
 * The replica of a multi-Region key in the Region of the setting. The resource is the ARN that the replica has or will
 * have. The value is `{ primary, policy, description, tags }` with the Region of the primary key, in which KMS has to be
 * asked; null when there is no replica, or when it is on its way out.
 */
export const keyReplica: SettingAdapter = {
  async read(arn, context) {
    const key = await readWholeKey(arn, context);
    const primary = key?.metadata.MultiRegionConfiguration?.PrimaryKey?.Region ?? '';
    return key === undefined ? null : { primary, ...key.value };
  },
  async write(arn, value, { clients, clientsIn, sendWrite, region }) {
    if (value === null) {
      const input = { KeyId: arn, PendingWindowInDays: SHORTEST_WINDOW_DAYS };
      await sendWrite('kms:ScheduleKeyDeletion', () => clients.kms.send(new ScheduleKeyDeletionCommand(input)));
      return;
    }
    const primary = isJsonObject(value) ? value['primary'] : undefined;
    if (!isJsonObject(value) || typeof primary !== 'string') {
      throw badValue('kms.replica', value);
    }
    const KeyId = arn.replace(`:${region}:`, `:${primary}:`);
    const input = { KeyId, ReplicaRegion: region, ...readCommonInput(value) };
    await sendWrite('kms:ReplicateKey', () => clientsIn(primary).kms.send(new ReplicateKeyCommand(input)));
  },
  isSame: isSameKey,
};
