import { canonicalPolicy } from '../../platform/policies/canonicalPolicy.js';

/** How a policy in a file stands to the live one. */
export type SyncState =
  /** The file is no JSON that could be a policy. */
  | 'unreadable'
  | 'inSync'
  | 'fileChanged'
  | 'liveChanged'
  | 'bothChanged'
  /** They differ, and nobody has seen them the same. */
  | 'different';

/**
 * Compares meaning-free spellings away: white space, order, one value or a list of one (`canonicalPolicy`).
 *
 * @param base the policy when both were last the same
 */
export function syncStateOf(file: string, live: string, base: string | undefined): SyncState {
  if (!isPolicyText(file)) {
    return 'unreadable';
  }
  const [inFile, onKey] = [canonicalPolicy(file), canonicalPolicy(live)];
  if (inFile === onKey) {
    return 'inSync';
  }
  if (base === undefined) {
    return 'different';
  }
  const before = canonicalPolicy(base);
  if (inFile === before) {
    return 'liveChanged';
  }
  return onKey === before ? 'fileChanged' : 'bothChanged';
}

/** Whether a text is JSON that could be a policy. */
export function isPolicyText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'Statement' in value;
  } catch {
    return false;
  }
}
