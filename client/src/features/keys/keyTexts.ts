import * as vscode from 'vscode';
import type { Fact, KeyDetails, MultiRegionFacts, RotationFacts } from '../../aws/ports.js';
import { stateText } from '../../platform/keyStates.js';
import { formatDate } from '../../platform/treeItems.js';

export function stateIcon(state: string): vscode.ThemeIcon {
  switch (state) {
    case 'Enabled':
      return new vscode.ThemeIcon('key');
    case 'Disabled':
      return new vscode.ThemeIcon('circle-slash');
    case 'PendingDeletion':
    case 'PendingReplicaDeletion':
      return new vscode.ThemeIcon('trash');
    case 'PendingImport':
      return new vscode.ThemeIcon('cloud-upload');
    case 'Creating':
    case 'Updating':
      return new vscode.ThemeIcon('sync');
    default:
      return new vscode.ThemeIcon('warning');
  }
}

/** What is worth seeing beside the name: only what differs from an ordinary enabled key. */
export function keyDescription(details: KeyDetails): string {
  const parts = [
    details.state === 'Enabled' ? undefined : stateText(details.state),
    details.spec === 'SYMMETRIC_DEFAULT' ? undefined : details.spec,
    details.multiRegion === undefined ? undefined : multiRegionShort(details.multiRegion),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

export function managerText(manager: string): string {
  return manager === 'AWS' ? vscode.l10n.t('AWS managed key') : vscode.l10n.t('Customer managed key');
}

export function multiRegionText(multiRegion: MultiRegionFacts | undefined): string {
  if (multiRegion === undefined) {
    return vscode.l10n.t('No');
  }
  const regions = multiRegion.replicaArns.map((arn) => arn.split(':')[3] ?? arn);
  if (multiRegion.role === 'replica') {
    return vscode.l10n.t('Replica key of {0}', multiRegion.primaryArn.split(':')[3] ?? multiRegion.primaryArn);
  }
  return regions.length === 0
    ? vscode.l10n.t('Primary key without replicas')
    : vscode.l10n.t('Primary key, replicas in {0}', regions.join(', '));
}

function multiRegionShort({ role }: MultiRegionFacts): string {
  return role === 'primary' ? vscode.l10n.t('multi-Region primary') : vscode.l10n.t('multi-Region replica');
}

/** How the key's material is rotated, or why nobody knows. */
export function rotationText(rotation: Fact<RotationFacts>, details: KeyDetails): string {
  switch (rotation.kind) {
    case 'notApplicable':
      return details.manager === 'AWS'
        ? vscode.l10n.t('Every year, by AWS')
        : vscode.l10n.t('Not possible for this key');
    case 'failed':
      return vscode.l10n.t('Not readable');
    case 'known': {
      const { enabled, periodInDays, nextAt } = rotation.value;
      if (!enabled) {
        return vscode.l10n.t('Off');
      }
      const every = periodInDays === undefined ? vscode.l10n.t('On') : vscode.l10n.t('Every {0} days', periodInDays);
      return nextAt === undefined ? every : vscode.l10n.t('{0}, next on {1}', every, formatDate(nextAt));
    }
  }
}
