import type { Policy } from '../model.js';
import { AccessMap, listKeyActions } from './accessMap.js';
import { type Comparison, compareAccess } from './compareAccess.js';
import { type CallerClass, listCallerClasses } from './principals.js';

export interface AccessDiff extends Comparison {
  /** Every class of callers that was looked at. */
  readonly callers: readonly CallerClass[];
}

export interface DiffOptions {
  /** Account of the key; undefined: nothing is left out because a caller is foreign. */
  readonly account?: string;
  /** ARNs of callers who shall be told apart though no policy names them. */
  readonly callers?: readonly string[];
}

/**
 * Tells what a new key policy gives and takes, compared with an old one: by caller, action and conditions, whatever the
 * spelling. Formatting, order, lists, `Sid`, `NotAction`, wildcards and overlapping statements do not matter. Wildcards
 * are taken over the actions that are known today, so that `kms:*` equals the full list.
 *
 * Two policies without a change decide every request alike, as far as `incomplete` says nothing else. Pure.
 */
export function accessDiff(before: Policy, after: Policy, options: DiffOptions = {}): AccessDiff {
  const policies = [before, after];
  const { account, callers: more = [] } = options;
  const callers = listCallerClasses(policies, [...more, ...(account === undefined ? [] : [account])]);
  const maps = [new AccessMap(before, account), new AccessMap(after, account)] as const;
  return { ...compareAccess(...maps, callers, listKeyActions(policies)), callers };
}
