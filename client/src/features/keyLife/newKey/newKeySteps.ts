import * as vscode from 'vscode';
import type { AwsSession } from '../../../aws/ports.js';
import type { PlanStep } from '../../../platform/plans/plan.js';
import { canRotate, type NewKeyWish } from './wish.js';

const UNDO_DAYS = 7;

/**
 * The steps that make a key: itself with policy and tags, then its alias and its rotation, which need it.
 *
 * @param mark stands for the ARN that the key does not have yet, and is the `Id` of the policy
 */
export function newKeySteps(
  { identity, region }: AwsSession,
  wish: NewKeyWish,
  { mark, policy }: { readonly mark: string; readonly policy: string },
): readonly PlanStep[] {
  const { alias, spec, usage, origin, isMultiRegion, tags, rotationDays } = wish;
  const place = { account: identity.account, region };
  const key: PlanStep = {
    id: 'key',
    stage: 0,
    setting: { kind: 'kms.newKey', ...place, resource: mark },
    before: null,
    after: { spec, usage, origin, multiRegion: isMultiRegion, description: '', tags: { ...tags }, policy },
    title: vscode.l10n.t('Create the key "{0}"', alias),
    consequences: [...wishLines(wish), '', callsText(wish), ...consequencesOf(wish)],
    undoTitle: vscode.l10n.t('Schedule the deletion of the key "{0}" in {1} days', alias, UNDO_DAYS),
  };
  const name: PlanStep = {
    id: 'alias',
    stage: 1,
    setting: { kind: 'kms.newKeyAlias', ...place, resource: `alias/${alias}` },
    before: null,
    after: mark,
    title: vscode.l10n.t('Give it the alias "{0}"', alias),
    consequences: [],
    undoTitle: vscode.l10n.t('Remove the alias "{0}"', alias),
  };
  if (rotationDays === undefined || !canRotate(wish)) {
    return [key, name];
  }
  const rotation: PlanStep = {
    id: 'rotation',
    stage: 1,
    setting: { kind: 'kms.rotation', ...place, resource: mark },
    before: null,
    after: { periodInDays: rotationDays },
    title: vscode.l10n.t('Rotate it every {0} days', rotationDays),
    consequences: [],
    undoTitle: vscode.l10n.t('Stop the rotation of the key "{0}"', alias),
  };
  return [key, name, rotation];
}

/** What was chosen, line by line, as it will be. */
function wishLines({ spec, usage, origin, isMultiRegion, tags, ...people }: NewKeyWish): readonly string[] {
  const list = (text: (items: string) => string, items: readonly string[]) =>
    items.length === 0 ? [] : [text(items.join(', '))];
  return [
    [spec, usage, origin, isMultiRegion ? vscode.l10n.t('Multi-Region') : vscode.l10n.t('One Region')].join(', '),
    ...list(
      (items) => vscode.l10n.t('Tags: {0}', items),
      Object.entries(tags).map(([name, value]) => `${name}=${value}`),
    ),
    ...list((items) => vscode.l10n.t('Managed by {0}', items), people.administrators),
    ...list((items) => vscode.l10n.t('Used by {0}', items), people.users),
    ...list((items) => vscode.l10n.t('Services that write with it: {0}', items), people.serviceNames),
    ...list((items) => vscode.l10n.t('Other accounts that may use it: {0}', items), people.accounts),
  ];
}

/** What the identity has to be allowed: AWS asks for a permission by call. */
function callsText(wish: NewKeyWish): string {
  const calls = [
    'kms:CreateKey',
    ...(Object.keys(wish.tags).length > 0 ? ['kms:TagResource'] : []),
    ...(wish.isMultiRegion ? ['iam:CreateServiceLinkedRole'] : []),
    'kms:CreateAlias',
    ...(wish.rotationDays !== undefined && canRotate(wish) ? ['kms:EnableKeyRotation'] : []),
  ];
  return vscode.l10n.t('Permissions that this needs: {0}', calls.join(', '));
}

function consequencesOf({ origin, isMultiRegion }: NewKeyWish): readonly string[] {
  return [
    vscode.l10n.t(
      'Spec, usage, origin and Regions of a key cannot be changed later. AWS charges for each key by the month.',
    ),
    vscode.l10n.t(
      'KMS deletes no key at once: taking this back removes the alias and schedules the deletion in {0} days, the shortest window.',
      UNDO_DAYS,
    ),
    ...(origin === 'EXTERNAL'
      ? [vscode.l10n.t('The key waits for your key material and cannot be used before you import it.')]
      : []),
    ...(isMultiRegion ? [vscode.l10n.t('It is replicated to other Regions only when you say so.')] : []),
  ];
}
