import {
  CancelKeyDeletionCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  type KeyMetadata,
  PutKeyPolicyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { canonicalPolicy } from '../../platform/policies/canonicalPolicy.js';
import { isJsonObject, isSameJson } from '../../platform/policies/json.js';
import { getPolicy, getRotation, listRotations, listTags } from '../kmsCalls.js';
import type { Json } from '../ports.js';
import { badValue, type SettingAdapter, type SettingContext } from './define.js';

/** The text of the default key policy. Never asks KMS to leave its lockout check out. */
export const keyPolicy: SettingAdapter = {
  read: (arn, { clients, sendRead }) => getPolicy(clients.kms, sendRead, arn),
  async write(arn, value, { clients, sendWrite }) {
    const Policy = requireText('kms.keyPolicy', value);
    await sendWrite('kms:PutKeyPolicy', () =>
      clients.kms.send(new PutKeyPolicyCommand({ KeyId: arn, PolicyName: 'default', Policy })),
    );
  },
  isSame: (a, b) =>
    typeof a === 'string' && typeof b === 'string' ? canonicalPolicy(a) === canonicalPolicy(b) : isSameJson(a, b),
};

/** The description; an empty text when there is none. */
export const keyDescription: SettingAdapter = {
  read: async (arn, context) => (await describe(arn, context)).Description ?? '',
  async write(arn, value, { clients, sendWrite }) {
    const Description = requireText('kms.description', value);
    await sendWrite('kms:UpdateKeyDescription', () =>
      clients.kms.send(new UpdateKeyDescriptionCommand({ KeyId: arn, Description })),
    );
  },
};

/** True, false, or the name of a state in which a key can be neither (kms-facts, section 17). */
export const keyEnabled: SettingAdapter = {
  async read(arn, context) {
    const { KeyState: state = '' } = await describe(arn, context);
    return state === 'Enabled' ? true : state === 'Disabled' ? false : state;
  },
  async write(arn, value, { clients, sendWrite }) {
    if (value === true) {
      await sendWrite('kms:EnableKey', () => clients.kms.send(new EnableKeyCommand({ KeyId: arn })));
    } else if (value === false) {
      await sendWrite('kms:DisableKey', () => clients.kms.send(new DisableKeyCommand({ KeyId: arn })));
    } else {
      throw badValue('kms.enabled', value);
    }
  },
};

/** `{ periodInDays }` while the key rotates, else null. */
export const keyRotation: SettingAdapter = {
  async read(arn, { clients, sendRead }) {
    const { enabled, periodInDays } = await getRotation(clients.kms, sendRead, arn);
    return enabled ? { periodInDays: periodInDays ?? 365 } : null;
  },
  async write(arn, value, { clients, sendWrite }) {
    if (value === null) {
      await sendWrite('kms:DisableKeyRotation', () => clients.kms.send(new DisableKeyRotationCommand({ KeyId: arn })));
      return;
    }
    const days = isJsonObject(value) ? value['periodInDays'] : undefined;
    if (typeof days !== 'number') {
      throw badValue('kms.rotation', value);
    }
    await sendWrite('kms:EnableKeyRotation', () =>
      clients.kms.send(new EnableKeyRotationCommand({ KeyId: arn, RotationPeriodInDays: days })),
    );
  },
};

/** Tags by key. Writing removes those that are not in the value. */
export const keyTags: SettingAdapter = {
  read: async (arn, { clients, sendRead }) =>
    Object.fromEntries((await listTags(clients.kms, sendRead, arn)).map(({ key, value }) => [key, value])),
  async write(arn, value, context) {
    const { clients, sendWrite } = context;
    if (!isJsonObject(value)) {
      throw badValue('kms.tags', value);
    }
    const current = await keyTags.read(arn, context);
    const before = isJsonObject(current) ? current : {};
    const set = Object.entries(value).filter(([key, text]) => before[key] !== text);
    const TagKeys = Object.keys(before).filter((key) => !(key in value));
    if (set.length > 0) {
      const Tags = set.map(([TagKey, text]) => ({ TagKey, TagValue: String(text) }));
      await sendWrite('kms:TagResource', () => clients.kms.send(new TagResourceCommand({ KeyId: arn, Tags })));
    }
    if (TagKeys.length > 0) {
      await sendWrite('kms:UntagResource', () => clients.kms.send(new UntagResourceCommand({ KeyId: arn, TagKeys })));
    }
  },
};

/**
 * `{ windowInDays }` while the key waits for its deletion, else null. Taking the deletion back leaves the key disabled:
 * a plan that undoes it enables the key in a step of its own.
 */
export const keyDeletion: SettingAdapter = {
  async read(arn, context) {
    const { KeyState: state, DeletionDate, PendingDeletionWindowInDays: days } = await describe(arn, context);
    const isPending = state === 'PendingDeletion' || state === 'PendingReplicaDeletion';
    return isPending ? { windowInDays: days ?? null, at: DeletionDate?.toISOString() ?? null } : null;
  },
  async write(arn, value, { clients, sendWrite }) {
    if (value === null) {
      await sendWrite('kms:CancelKeyDeletion', () => clients.kms.send(new CancelKeyDeletionCommand({ KeyId: arn })));
      return;
    }
    const days = isJsonObject(value) ? value['windowInDays'] : undefined;
    if (typeof days !== 'number') {
      throw badValue('kms.deletion', value);
    }
    await sendWrite('kms:ScheduleKeyDeletion', () =>
      clients.kms.send(new ScheduleKeyDeletionCommand({ KeyId: arn, PendingWindowInDays: days })),
    );
  },
  // KMS tells the date, and the window only of replicas that wait for their primary.
  isSame: (a, b) => (a === null) === (b === null),
};

/** How often the key was rotated on demand; writing one more rotates it. Nothing takes a rotation back. */
export const keyOnDemandRotations: SettingAdapter = {
  read: async (arn, { clients, sendRead }) =>
    (await listRotations(clients.kms, sendRead, arn)).filter(({ type }) => type === 'ON_DEMAND').length,
  async write(arn, value, { clients, sendWrite }) {
    if (typeof value !== 'number') {
      throw badValue('kms.onDemandRotations', value);
    }
    await sendWrite('kms:RotateKeyOnDemand', () => clients.kmsOnce.send(new RotateKeyOnDemandCommand({ KeyId: arn })));
  },
};

/** What KMS says of a key now. */
export async function describe(arn: string, { clients, sendRead }: SettingContext): Promise<KeyMetadata> {
  const answer = await sendRead('kms:DescribeKey', () => clients.kms.send(new DescribeKeyCommand({ KeyId: arn })));
  return answer.KeyMetadata ?? { KeyId: arn };
}

function requireText(kind: string, value: Json): string {
  if (typeof value !== 'string') {
    throw badValue(kind, value);
  }
  return value;
}
