import * as vscode from 'vscode';
import type { PlanStep } from '../../../platform/plans/plan.js';
import type { ChosenKey } from '../keyChange.js';

const UNDO_DAYS = 7;

/** What a replica begins with: KMS copies nothing of it later. */
export interface ReplicaWish {
  readonly region: string;
  readonly policy: string;
}

/** The steps that replicate a multi-Region primary key, each Region on its own, and give the replicas its aliases. */
export function replicaSteps(
  { session, key, name, details }: ChosenKey,
  tags: Readonly<Record<string, string>>,
  wishes: readonly ReplicaWish[],
): readonly PlanStep[] {
  const { account } = session.identity;
  return wishes.flatMap(({ region, policy }) => {
    const resource = key.arn.replace(`:${session.region}:`, `:${region}:`);
    const replica: PlanStep = {
      id: `replica ${region}`,
      stage: 0,
      setting: { kind: 'kms.replica', account, region, resource },
      before: null,
      after: { primary: session.region, policy, description: details.description ?? '', tags: { ...tags } },
      title: vscode.l10n.t('Replicate the key "{0}" to {1}', name, region),
      consequences: [],
      undoTitle: vscode.l10n.t('Schedule the deletion of the replica in {0} in {1} days', region, UNDO_DAYS),
    };
    const aliases = key.aliases.map(
      (alias): PlanStep => ({
        id: `alias ${region} ${alias}`,
        stage: 1,
        setting: { kind: 'kms.alias', account, region, resource: `alias/${alias}` },
        before: null,
        after: resource,
        title: vscode.l10n.t('Give the replica in {0} the alias "{1}"', region, alias),
        consequences: [],
        undoTitle: vscode.l10n.t('Remove the alias "{0}" in {1}', alias, region),
      }),
    );
    return [replica, ...aliases];
  });
}

/** Said once for all Regions. */
export function replicaConsequences(tags: Readonly<Record<string, string>>, hasAliases: boolean): readonly string[] {
  const calls = [
    'kms:ReplicateKey',
    'kms:CreateKey',
    ...(Object.keys(tags).length > 0 ? ['kms:TagResource'] : []),
    ...(hasAliases ? ['kms:CreateAlias'] : []),
  ];
  return [
    vscode.l10n.t('Permissions that this needs: {0}', calls.join(', ')),
    vscode.l10n.t('Replicas have the key material of the primary key: what one encrypts, each of them decrypts.'),
    vscode.l10n.t(
      'Policy, grants, aliases, tags and state of a replica are its own: nothing keeps them the same later.',
    ),
    vscode.l10n.t(
      'KMS deletes no key at once: taking this back schedules the deletion of the replicas in {0} days, the shortest window.',
      UNDO_DAYS,
    ),
  ];
}
