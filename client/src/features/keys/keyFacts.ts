import * as vscode from 'vscode';
import type { AwsFailure, Fact, KeyDetails, KeyRepository, KeySummary, LastUsage, Tag } from '../../aws/ports.js';
import { findAwsFailure } from '../../platform/errors.js';
import { missingPermission } from '../../platform/failureTexts.js';
import { stateText } from '../../platform/keyStates.js';
import { lastUsageText } from '../../platform/keyUsage.js';
import { type FactNode, formatDate, type NoticeNode } from '../../platform/treeItems.js';
import { managerText, multiRegionText, rotationText } from './keyTexts.js';

export type KeyFactNode = FactNode | NoticeNode | { readonly kind: 'tags'; readonly tags: readonly Tag[] };

/** The rows under a key. What may not be read becomes a row that names the missing permission. */
export async function keyFacts(key: KeySummary, keys: KeyRepository): Promise<KeyFactNode[]> {
  const identity = [fact(vscode.l10n.t('Key ID'), key.id), ...aliasFacts(key)];
  try {
    const details = await keys.loadDetails(key.arn);
    const { rotation, tags, lastUsage } = await keys.loadExtras(key.arn);
    return [
      ...detailFacts(details),
      rotation.kind === 'failed'
        ? missing(vscode.l10n.t('Key rotation'), rotation.failure)
        : fact(vscode.l10n.t('Key rotation'), rotationText(rotation, details)),
      ...usageFacts(lastUsage),
      ...identity,
      ...tagNodes(tags),
    ];
  } catch (error) {
    const failure = findAwsFailure(error);
    if (failure === undefined) {
      throw error;
    }
    return failure.kind === 'cancelled' ? identity : [missing(vscode.l10n.t('Details'), failure), ...identity];
  }
}

function detailFacts(details: KeyDetails): FactNode[] {
  const { createdAt, deletionAt, validTo, description } = details;
  return [
    fact(vscode.l10n.t('State'), stateText(details.state)),
    ...(deletionAt === undefined ? [] : [fact(vscode.l10n.t('Deletion date'), formatDate(deletionAt))]),
    ...(description === undefined ? [] : [fact(vscode.l10n.t('Description'), description)]),
    fact(vscode.l10n.t('Manager'), managerText(details.manager)),
    fact(vscode.l10n.t('Key spec'), details.spec),
    fact(vscode.l10n.t('Key usage'), details.usage),
    fact(vscode.l10n.t('Origin'), details.origin),
    ...(validTo === undefined ? [] : [fact(vscode.l10n.t('Key material expires'), formatDate(validTo))]),
    fact(vscode.l10n.t('Multi-Region'), multiRegionText(details.multiRegion)),
    ...(createdAt === undefined ? [] : [fact(vscode.l10n.t('Created'), formatDate(createdAt))]),
  ];
}

function usageFacts(usage: Fact<LastUsage>): (FactNode | NoticeNode)[] {
  const label = vscode.l10n.t('Last used');
  switch (usage.kind) {
    case 'notApplicable':
      return [];
    case 'failed':
      return [missing(label, usage.failure)];
    case 'known':
      return [fact(label, lastUsageText(usage.value))];
  }
}

function aliasFacts({ aliases }: KeySummary): FactNode[] {
  return aliases.map((alias) => fact(vscode.l10n.t('Alias'), alias));
}

function tagNodes(tags: Fact<readonly Tag[]>): KeyFactNode[] {
  switch (tags.kind) {
    case 'notApplicable':
      return [];
    case 'failed':
      return [missing(vscode.l10n.t('Tags'), tags.failure)];
    case 'known':
      return [{ kind: 'tags', tags: tags.value }];
  }
}

function fact(label: string, value: string): FactNode {
  return { kind: 'fact', label, value };
}

function missing(what: string, failure: AwsFailure): NoticeNode {
  const label =
    failure.kind === 'accessDenied'
      ? vscode.l10n.t('{0}: {1} is missing', what, missingPermission(failure))
      : vscode.l10n.t('{0} could not be read', what);
  return { kind: 'notice', label, failure };
}
