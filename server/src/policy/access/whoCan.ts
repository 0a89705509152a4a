import { matchesActionPattern } from '../../knowledge/actionPattern.js';
import type { Grant } from '../evaluate/simulation.js';
import type { Policy } from '../model.js';
import { AccessMap, listKeyActions } from './accessMap.js';
import { type AccessRow, toRows } from './accessRows.js';
import { type Comparison, compareAccess } from './compareAccess.js';
import { inferOwner } from './owner.js';
import { type CallerClass, listCallerClasses } from './principals.js';

export interface WhoCanOptions {
  /** Names or patterns, with or without `kms:`. */
  readonly actions: readonly string[];
  /** Account of the key; undefined: what the policy itself tells of it. */
  readonly account?: string;
  /** Grants of the key, when they are known. */
  readonly grants?: readonly Grant[];
  /** ARNs of callers to look at though no statement names them. */
  readonly callers?: readonly string[];
}

/** A grant that gives some of the actions. */
export interface GrantRow {
  readonly grant: Grant;
  readonly actions: readonly string[];
}

export interface WhoCan extends Pick<Comparison, 'changes' | 'incomplete'> {
  /** Who has access by the key policy; each row says through what, and under which conditions. */
  readonly rows: readonly AccessRow[];
  readonly grants: readonly GrantRow[];
  /** The actions asked for that a key policy can give. */
  readonly actions: readonly string[];
  readonly callers: readonly CallerClass[];
  /** Account of the key: as told, or as the policy tells it. */
  readonly owner: string | undefined;
}

/**
 * Who can use a key for some actions, and under which conditions: what the policy gives beyond one that gives nothing.
 * Whom a Deny shuts out for all requests is not there; what it shuts out for some is told as an exception. Pure.
 */
export function whoCan(policy: Policy, options: WhoCanOptions): WhoCan {
  const owner = options.account ?? inferOwner(policy);
  const callers = listCallerClasses([policy], [...(options.callers ?? []), ...(owner === undefined ? [] : [owner])]);
  const actions = expandActions(policy, options.actions);
  const nothing = new AccessMap({ ...policy, statements: [] }, owner);
  const { changes, incomplete } = compareAccess(nothing, new AccessMap(policy, owner), callers, actions);
  const gained = changes.filter(({ change }) => change === 'gained');
  return {
    changes: gained,
    incomplete,
    rows: toRows(gained, [policy], owner, callers),
    grants: (options.grants ?? []).flatMap((grant) => toGrantRow(grant, actions)),
    actions,
    callers,
    owner,
  };
}

/** The actions of a key policy that names and patterns stand for. */
export function expandActions(policy: Policy, patterns: readonly string[]): string[] {
  const wanted = patterns.map((pattern) => (pattern === '*' || pattern.includes(':') ? pattern : `kms:${pattern}`));
  return listKeyActions([policy]).filter((action) => wanted.some((pattern) => matchesActionPattern(pattern, action)));
}

function toGrantRow(grant: Grant, actions: readonly string[]): GrantRow[] {
  const granted = new Set(grant.operations.map((operation) => `kms:${operation.replace(/^kms:/i, '')}`.toLowerCase()));
  const given = actions.filter((action) => granted.has(action.toLowerCase()));
  return given.length === 0 ? [] : [{ grant, actions: given }];
}
