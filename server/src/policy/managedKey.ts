import { findEntry } from '../source/sourceNode.js';
import type { Policy } from './model.js';
import { readString } from './readPolicy.js';

/**
 * Whether AWS itself wrote the key policy, for an AWS managed key: it says so in its `Id` (`auto-secretsmanager-2`).
 * Nobody can change such a policy, and nobody has to (kms-facts section 3.a).
 */
export function isAwsManagedKeyPolicy({ node }: Policy): boolean {
  const id = readString(findEntry(node, 'Id')?.value)?.known;
  return id !== undefined && /^auto-[a-z0-9-]+-\d+$/.test(id);
}
