import { findPartition } from '../../knowledge/partitions.js';

/** Suffix of service principals that follow the partition; that of the commercial partition for unknown ones. */
export function dnsSuffixOf(partition: string): string {
  return findPartition(partition)?.dnsSuffix ?? 'amazonaws.com';
}
