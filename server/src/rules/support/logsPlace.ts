import { classifyRegion, partitionOfRegion } from '../../knowledge/partitions.js';
import type { Arn } from '../../policy/arn.js';
import type { PolicyFacts } from '../../policy/facts.js';

/** An ARN that names another Region or account than the configured ones. */
export interface Misplaced {
  readonly part: 'region' | 'account';
  /** What the ARN says there, and what was expected. */
  readonly written: string;
  readonly expected: string;
  /** The ARN in the right place. */
  readonly moved: string;
}

/**
 * Compares the Region and account of an ARN with those of the policy's own resource. Undefined where they agree, where the
 * ARN leaves them open or where nothing is configured. Regions are not compared when `anyRegion` says so.
 */
export function findMisplaced(arn: Arn, { region, account }: PolicyFacts, anyRegion = false): Misplaced | undefined {
  const isOtherRegion =
    !anyRegion && region !== undefined && classifyRegion(arn.region) !== 'no' && arn.region !== region;
  const isOtherAccount = account !== undefined && /^\d{12}$/.test(arn.account) && arn.account !== account;
  if (!isOtherRegion && !isOtherAccount) {
    return undefined;
  }
  const place = isOtherRegion ? region : arn.region;
  const partition = partitionOfRegion(place)?.id ?? arn.partition;
  const moved = `arn:${partition}:${arn.service}:${place}:${isOtherAccount ? account : arn.account}:${arn.resource}`;
  return isOtherRegion
    ? { part: 'region', written: arn.region, expected: region, moved }
    : { part: 'account', written: arn.account, expected: account ?? '', moved };
}
