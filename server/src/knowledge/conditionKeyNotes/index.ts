import { findGlobalConditionKey } from '../globalConditionKeys.js';
import { getKmsConditionKey } from '../kmsConditionKeys.js';
import { AWS_NOTES } from './aws.js';
import { KMS_NOTES } from './kms.js';
import type { ConditionKeyNote } from './note.js';

/** Every note there is. */
export const CONDITION_KEY_NOTES: readonly ConditionKeyNote[] = [...KMS_NOTES, ...AWS_NOTES];

const BY_KEY = new Map(CONDITION_KEY_NOTES.map((item) => [item.key.toLowerCase(), item]));

/** Our note on a condition key, in any case; a member of a family (`aws:RequestTag/team`) gets the family's. */
export function findConditionKeyNote(key: string): ConditionKeyNote | undefined {
  const name = getKmsConditionKey(key)?.name ?? findGlobalConditionKey(key)?.name ?? key;
  return BY_KEY.get(name.toLowerCase());
}

export type { ConditionKeyNote } from './note.js';
