import type { KeyMetadata } from '@aws-sdk/client-kms';
import { canonicalPolicy } from '../../platform/policies/canonicalPolicy.js';
import { isJsonObject, isSameJson } from '../../platform/policies/json.js';
import { findFailure } from '../failures.js';
import { getPolicy, listTags } from '../kmsCalls.js';
import type { Json } from '../ports.js';
import type { SettingContext } from './define.js';
import { describe } from './keySettings.js';

/** The shortest window that KMS takes (kms-facts, section 21): what was made by mistake holds no data yet. */
export const SHORTEST_WINDOW_DAYS = 7;

/** States in which a key is as good as not there: on its way out, or not made to the end (kms-facts, section 17). */
const GOING_OR_COMING = new Set(['PendingDeletion', 'PendingReplicaDeletion', 'Creating']);

interface WholeKey {
  readonly metadata: KeyMetadata;
  /** What a plan can give to a key when it makes it. */
  readonly value: { readonly policy: string; readonly description: string; readonly tags: Json };
}

/** A key with its policy and tags; undefined when there is none yet or soon. */
export async function readWholeKey(arn: string, context: SettingContext): Promise<WholeKey | undefined> {
  const { clients, sendRead } = context;
  try {
    const metadata = await describe(arn, context);
    if (GOING_OR_COMING.has(metadata.KeyState ?? '')) {
      return undefined;
    }
    const [policy, tags] = await Promise.all([
      getPolicy(clients.kms, sendRead, arn),
      listTags(clients.kms, sendRead, arn),
    ]);
    const value = {
      policy,
      description: metadata.Description ?? '',
      tags: Object.fromEntries(tags.map((tag) => [tag.key, tag.value])),
    };
    return { metadata, value };
  } catch (error) {
    if (findFailure(error)?.kind === 'notFound') {
      return undefined; // or made a moment ago, and not shown everywhere yet
    }
    throw error;
  }
}

/** What `CreateKey` and `ReplicateKey` have in common, out of the value of a setting. */
export function readCommonInput({ policy, description, tags }: { readonly [name: string]: Json }) {
  const Tags = tags !== undefined && isJsonObject(tags) ? Object.entries(tags) : [];
  return {
    ...(typeof policy === 'string' && { Policy: policy }),
    ...(typeof description === 'string' && description !== '' && { Description: description }),
    ...(Tags.length > 0 && { Tags: Tags.map(([TagKey, text]) => ({ TagKey, TagValue: String(text) })) }),
  };
}

/** True when two keys are the same to AWS, whatever the spelling of their policies. */
export function isSameKey(a: Json, b: Json): boolean {
  return isSameJson(comparable(a), comparable(b));
}

function comparable(value: Json): Json {
  return isJsonObject(value) && typeof value['policy'] === 'string'
    ? { ...value, policy: canonicalPolicy(value['policy']) }
    : value;
}
