import type { Operation } from '../service.js';
import { AwsError } from '../wire/errors.js';
import { isObject, optionalList } from '../wire/json.js';
import { authorizeKey } from './authorize.js';
import { requireKeyState } from './keyStates.js';
import { listPage } from './listing.js';
import { resolveKey } from './resolveKey.js';

const MAX_TAGS = 50;

/** Reads `[{TagKey, TagValue}]`; throws `TagException` for tags that KMS does not take. */
export function readTags(list: readonly unknown[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of list) {
    const key = isObject(tag) ? tag['TagKey'] : undefined;
    const value = isObject(tag) ? tag['TagValue'] : undefined;
    if (typeof key !== 'string' || typeof value !== 'string' || key.length < 1 || key.length > 128) {
      throw new AwsError('TagException', 'Invalid tag');
    }
    if (value.length > 256 || key.toLowerCase().startsWith('aws:')) {
      throw new AwsError('TagException', `Invalid tag ${key}`);
    }
    if (tags.has(key)) {
      throw new AwsError('TagException', 'Duplicate tag keys');
    }
    tags.set(key, value);
  }
  return requireCount(tags);
}

const listResourceTags: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:ListResourceTags');
  const keys = [...key.tags.keys()].sort();
  return listPage(call, keys, { max: 50, fallback: 50 }, 'Tags', key.id, (tagKey) => ({
    TagKey: tagKey,
    TagValue: key.tags.get(tagKey),
  }));
};

const tagResource: Operation = (call) => {
  const { key } = resolveKey(call);
  const tags = readTags(optionalList(call.input, 'Tags') ?? []);
  const requestTags = [...tags].map(([name, value]) => [`aws:RequestTag/${name}`, value] as const);
  authorizeKey(call, key, 'kms:TagResource', {
    'aws:TagKeys': [...tags.keys()],
    ...Object.fromEntries(requestTags),
  });
  requireKeyState('TagResource', key);
  call.state.keys.set(key.id, { ...key, tags: requireCount(new Map([...key.tags, ...tags])) });
  return undefined;
};

const untagResource: Operation = (call) => {
  const { key } = resolveKey(call);
  const removed = (optionalList(call.input, 'TagKeys') ?? []).map(String);
  authorizeKey(call, key, 'kms:UntagResource', { 'aws:TagKeys': removed });
  requireKeyState('UntagResource', key);
  const tags = new Map([...key.tags].filter(([name]) => !removed.includes(name)));
  call.state.keys.set(key.id, { ...key, tags });
  return undefined;
};

function requireCount(tags: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (tags.size > MAX_TAGS) {
    throw new AwsError('TagException', 'Too many tags');
  }
  return tags;
}

export const tagOperations: readonly (readonly [string, Operation])[] = [
  ['ListResourceTags', listResourceTags],
  ['TagResource', tagResource],
  ['UntagResource', untagResource],
];
