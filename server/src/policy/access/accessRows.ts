import { type ActionGroup, actionsOfGroup } from '../../knowledge/actionGroups.js';
import { findGuards, readExposure } from '../exposure.js';
import type { Policy } from '../model.js';
import type { AccessChange } from './compareAccess.js';
import { groupBy } from './groupBy.js';
import type { CallerClass } from './principals.js';

/**
 * What a reader should see at once. `public`: everyone of every account, with no condition that ties them down;
 * `cross-account`: somebody of another account; `service`: an AWS service; `iam`: through IAM policies; `administer`,
 * `decrypt`: one of these actions.
 */
export type AccessMark = 'public' | 'cross-account' | 'service' | 'iam' | 'administer' | 'decrypt';

/** Changes that differ in caller or action only, as one. */
export interface AccessRow {
  readonly change: AccessChange['change'];
  readonly callers: readonly CallerClass[];
  /** Of a row for everyone: those who have a class of their own and are not in it. */
  readonly except: readonly CallerClass[];
  readonly actions: readonly string[];
  readonly term: AccessChange['term'];
  readonly isCertain: boolean;
  readonly marks: readonly AccessMark[];
  /** The first of the changes, for its witness. */
  readonly example: AccessChange;
}

/**
 * Puts changes together for display: the same callers with the same actions under the same conditions are one row. What
 * is said stays exactly the same.
 *
 * @param policies where the statements are from that give access: their guards tell what is public
 * @param owner the account of the key, as far as it is known
 * @param everybody all classes that were looked at
 */
export function toRows(
  changes: readonly AccessChange[],
  policies: readonly Policy[],
  owner: string | undefined,
  everybody: readonly CallerClass[],
): AccessRow[] {
  const guards = policies.flatMap(findGuards);
  const sayings = new Map<AccessChange['term'], string>();
  const sayingOf = ({ change, term, isCertain }: AccessChange) => {
    const saying = sayings.get(term) ?? describe(term);
    sayings.set(term, saying);
    return `${change}${isCertain}${saying}`;
  };
  const byCaller = groupBy(changes, (item) => `${sayingOf(item)}|${item.caller.kind}${item.caller.text}`);
  const sameActions = groupBy(byCaller, (group) => {
    return `${group[0] === undefined ? '' : sayingOf(group[0])}|${group.map(({ action }) => action).join()}`;
  });
  return sameActions.flatMap((groups) => {
    const [first] = groups;
    const [change] = first ?? [];
    if (first === undefined || change === undefined) {
      return [];
    }
    const callers = groups.flatMap(([item]) => item?.caller ?? []);
    const actions = first.map(({ action }) => action);
    const { term, isCertain } = change;
    const source = term.source?.statement;
    const isOpen = source !== undefined && readExposure(source, guards) !== 'bound';
    const marks = marksOf(callers, actions, term.way, isOpen, owner);
    const isForEveryone = (['other-accounts', 'other-services'] as const).every((kind) =>
      callers.some((caller) => caller.kind === kind),
    );
    const except = isForEveryone ? everybody.filter((caller) => !callers.includes(caller)) : [];
    return [{ change: change.change, callers, except, actions, term, isCertain, marks, example: change }];
  });
}

function marksOf(
  callers: readonly CallerClass[],
  actions: readonly string[],
  way: AccessChange['term']['way'],
  isOpen: boolean,
  owner: string | undefined,
): AccessMark[] {
  const has = (kind: CallerClass['kind']) => callers.some((caller) => caller.kind === kind);
  const isForeign = callers.some(({ kind, account }) => {
    return kind !== 'other-accounts' && account !== undefined && owner !== undefined && account !== owner;
  });
  const covers = (group: ActionGroup) => actionsOfGroup(group).some((action) => actions.includes(action));
  return [
    ...(has('other-accounts') && isOpen ? (['public'] as const) : []),
    ...(isForeign || (has('other-accounts') && !isOpen) ? (['cross-account'] as const) : []),
    ...(callers.every(({ kind }) => kind === 'service') ? (['service'] as const) : []),
    ...(way === 'iam' ? (['iam'] as const) : []),
    ...(covers('administer') ? (['administer'] as const) : []),
    ...(covers('decrypt') ? (['decrypt'] as const) : []),
  ];
}

/** Equal for terms that say the same. */
function describe({ way, otherwise, when, unless }: AccessChange['term']): string {
  return JSON.stringify([way, otherwise, when.map(({ id }) => id), unless.map((atoms) => atoms.map(({ id }) => id))]);
}
