import type { AwsSession, KeySummary } from '../aws/ports.js';
import { findAwsFailure, isCancellation } from './errors.js';

/** Names for the keys that log groups use, by ARN; keys of other accounts are not among them. */
export type KeyNames = ReadonlyMap<string, string>;

/** The name by which people know the key: its first alias, else its id. */
export function keyName({ aliases, id }: KeySummary): string {
  return aliases[0] ?? id;
}

/** The name of a key by its ARN; the id of a key that is not known. */
export function keyNameOfArn(arn: string, names: KeyNames): string {
  return names.get(arn) ?? arn.split('/').at(-1) ?? arn;
}

/** Names are a nicety: without the permission to list keys they show by id, and the tree of keys tells why. */
export async function loadKeyNames({ keys }: AwsSession): Promise<KeyNames> {
  try {
    const list = await keys.list();
    return new Map(list.keys.map((key) => [key.arn, keyName(key)]));
  } catch (error) {
    if (isCancellation(error) || findAwsFailure(error) === undefined) {
      throw error;
    }
    return new Map();
  }
}
