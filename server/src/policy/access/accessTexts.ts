import * as l10n from '@vscode/l10n';
import type { AccessInfo, ConditionInfo, PrincipalInfo } from '../../../../protocol/src/access.js';
import { ACTION_GROUPS, actionsOfGroup } from '../../knowledge/actionGroups.js';

/** One access in one line: who, what, and under which conditions. */
export function accessSentence(access: AccessInfo): string {
  const what = l10n.t('{0}: {1}', principalLines(access).join(', '), actionLines(access.actions).join(', '));
  const way = access.through === 'direct' || access.through === 'role' ? [] : [throughText(access)];
  return [what, ...way, ...conditionLines(access)].join('; ');
}

/**
 * The callers of a row, in words. Who is part of another one in the same row is left out: the members of an account
 * beside "everybody of the account", and everybody beside everyone.
 */
export function principalLines({ principals, except = [], through }: AccessInfo): string[] {
  const kinds = new Set(principals.map(({ kind }) => kind));
  if (kinds.has('other-accounts') && kinds.has('other-services')) {
    return [l10n.t('everyone'), ...except.map((principal) => l10n.t('except {0}', principalText(principal)))];
  }
  const accounts = new Set(principals.flatMap(({ kind, account }) => (kind === 'account' ? (account ?? []) : [])));
  const isPart = ({ kind, account }: PrincipalInfo) =>
    through === 'iam' && kind !== 'account' && kind !== 'root' && account !== undefined && accounts.has(account);
  return principals.filter((principal) => !isPart(principal)).map(principalText);
}

function principalText({ kind, principal }: PrincipalInfo): string {
  switch (kind) {
    case 'root':
      return l10n.t('root user {0}', principal);
    case 'account':
      return l10n.t('others of account {0}', principal);
    case 'other-accounts':
      return l10n.t('everyone of every other account');
    case 'other-services':
      return l10n.t('every other AWS service');
    case 'unreadable':
      return l10n.t('{0} (not known yet)', principal);
    case 'user':
    case 'role':
    case 'session':
    case 'federated':
    case 'service':
      return principal;
  }
}

/** Actions by name; all of a group by the name of the group, so that a row stays short. */
export function actionLines(actions: readonly string[]): string[] {
  if (actions.length <= 6) {
    return [...actions];
  }
  const lines: string[] = [];
  const left = new Set(actions);
  for (const group of ACTION_GROUPS) {
    const members = actionsOfGroup(group);
    if (group !== 'use' && members.every((action) => left.has(action))) {
      lines.push(l10n.t('{0} ({1} actions)', group, members.length));
      for (const member of members) {
        left.delete(member);
      }
    }
  }
  return [...lines, ...left];
}

export function throughText({ through }: Pick<AccessInfo, 'through'>): string {
  switch (through) {
    case 'direct':
      return l10n.t('key policy');
    case 'role':
      return l10n.t('key policy, by role');
    case 'iam':
      return l10n.t('IAM policies');
    case 'grant':
      return l10n.t('grants only');
  }
}

export function conditionLines({ when, unless }: Pick<AccessInfo, 'when' | 'unless'>): string[] {
  const all = (conditions: readonly ConditionInfo[]) => conditions.map(({ text }) => text).join(` ${l10n.t('and')} `);
  return [
    ...(when.length === 0 ? [] : [l10n.t('when {0}', all(when))]),
    ...unless.map((conditions) => l10n.t('unless {0}', all(conditions))),
  ];
}
