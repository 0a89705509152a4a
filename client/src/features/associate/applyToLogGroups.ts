import type { AwsFailure, LogGroup, LogGroupRepository } from '../../aws/ports.js';
import { findAwsFailure } from '../../platform/errors.js';

export type GroupOutcome =
  /** Done, and AWS shows it. */
  | { readonly kind: 'verified' }
  /** AWS accepted the request but still shows the state before. */
  | { readonly kind: 'unverified' }
  | { readonly kind: 'failed'; readonly failure: AwsFailure }
  | { readonly kind: 'notAttempted' };

export interface GroupResult {
  readonly group: LogGroup;
  readonly outcome: GroupOutcome;
}

/** One change of a log group, and how to see that it has happened. */
export interface LogGroupChange {
  write(logGroups: LogGroupRepository, group: LogGroup): Promise<void>;
  isVisible(group: LogGroup | undefined): boolean;
}

export interface ApplyOptions {
  readonly logGroups: LogGroupRepository;
  /** Asked before each group: false ends the work, and the remaining groups are reported as not attempted. */
  readonly mayContinue: () => boolean;
  readonly onProgress: (group: LogGroup, index: number) => void;
  readonly delay: (ms: number) => Promise<void>;
}

/** AssociateKmsKey allows five requests a second per account and Region, and nobody can raise that (recipes 1.7). */
const PAUSE_BETWEEN_WRITES_MS = 220;
/** Two writers at the same log group: AWS aborts one, which may try again (recipes T1). */
const ABORTED_RETRY_DELAYS_MS = [500, 1500];
/** Reading back: the control plane shows a change at once as a rule; these seconds are for the exception. */
const VERIFY_DELAYS_MS = [0, 250, 500, 1000, 2000, 3000];

/** Changes the groups one after the other. Never rejects for a group: each one's outcome is in the result, in order. */
export async function applyToLogGroups(
  groups: readonly LogGroup[],
  change: LogGroupChange,
  options: ApplyOptions,
): Promise<readonly GroupResult[]> {
  const results: GroupResult[] = [];
  for (const [index, group] of groups.entries()) {
    if (!options.mayContinue()) {
      results.push({ group, outcome: { kind: 'notAttempted' } });
      continue;
    }
    if (index > 0) {
      await options.delay(PAUSE_BETWEEN_WRITES_MS);
    }
    options.onProgress(group, index);
    results.push({ group, outcome: await applyToGroup(group, change, options) });
  }
  return results;
}

async function applyToGroup(group: LogGroup, change: LogGroupChange, options: ApplyOptions): Promise<GroupOutcome> {
  try {
    await writeWithRetry(group, change, options);
  } catch (error) {
    return { kind: 'failed', failure: toFailure(error) };
  }
  for (const ms of VERIFY_DELAYS_MS) {
    await options.delay(ms);
    try {
      if (change.isVisible(await options.logGroups.find(group.name))) {
        return { kind: 'verified' };
      }
    } catch {
      return { kind: 'unverified' }; // the change is made; that it cannot be read back is said, not hidden
    }
  }
  return { kind: 'unverified' };
}

async function writeWithRetry(group: LogGroup, change: LogGroupChange, options: ApplyOptions): Promise<void> {
  for (const ms of ABORTED_RETRY_DELAYS_MS) {
    try {
      await change.write(options.logGroups, group);
      return;
    } catch (error) {
      if (findAwsFailure(error)?.code !== 'OperationAbortedException') {
        throw error;
      }
      await options.delay(ms);
    }
  }
  await change.write(options.logGroups, group);
}

function toFailure(error: unknown): AwsFailure {
  const message = error instanceof Error ? error.message : String(error);
  return findAwsFailure(error) ?? { kind: 'other', message };
}
