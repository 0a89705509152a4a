import { classifyRegion, partitionOfRegion } from '../../knowledge/partitions.js';
import type { PolicyFacts } from '../../policy/facts.js';

/** What a document tells of the world it is for, so that proposals fit into it. */
export interface DocumentFacts {
  /** The configured one first, then the most mentioned. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly partition: string;
}

/** Reads accounts and Regions from wherever they stand; those that settings name come first. */
export function readDocumentFacts(text: string, configured: PolicyFacts): DocumentFacts {
  const accounts = byFrequency(text.match(/(?<![\w-])\d{12}(?![\w-])/g) ?? [], configured.account);
  const regions = byFrequency(
    (text.match(/\b[a-z]{2,4}(?:-[a-z]+){1,2}-\d\b/g) ?? []).filter((region) => classifyRegion(region) !== 'no'),
    configured.region,
  );
  const written = /"arn:(aws[a-z-]*):/.exec(text)?.[1];
  const region = regions[0];
  return {
    accounts,
    regions,
    partition: written ?? (region === undefined ? undefined : partitionOfRegion(region)?.id) ?? 'aws',
  };
}

/** The account to write: one of the document, or a placeholder with AWS's example account. */
export function accountSnippet({ accounts }: DocumentFacts, stop: number): string {
  return accounts[0] ?? `\${${stop}:111122223333}`;
}

/** The Region to write: one of the document, or a placeholder. */
export function regionSnippet({ regions }: DocumentFacts, stop: number): string {
  return regions[0] ?? `\${${stop}:us-east-1}`;
}

function byFrequency(values: readonly string[], first: string | undefined): string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (first !== undefined) {
    counts.set(first, Number.POSITIVE_INFINITY);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
