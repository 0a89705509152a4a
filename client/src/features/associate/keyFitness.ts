import * as vscode from 'vscode';
import type { Fact, KeyDetails, KeySummary } from '../../aws/ports.js';
import { missingPermission } from '../../platform/failureTexts.js';
import { stateText } from '../../platform/keyStates.js';

/** Whether CloudWatch Logs could use a key, as far as the key's own properties tell; its policy is checked later. */
export type Fitness =
  | { readonly kind: 'usable' }
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'unfit'; readonly reason: string };

/**
 * CloudWatch Logs takes only enabled, symmetric customer managed keys of the log group's Region.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html (recipes, section 1.4)
 */
export function keyFitness(key: KeySummary, details: Fact<KeyDetails> | undefined, region: string): Fitness {
  if (key.isAwsManaged) {
    return unfit(vscode.l10n.t('AWS managed key: its policy cannot be edited'));
  }
  const keyRegion = key.arn.split(':')[3] ?? '';
  if (keyRegion !== region) {
    return unfit(vscode.l10n.t('in Region {0}; the key must be in {1}', keyRegion, region));
  }
  if (details === undefined || details.kind === 'notApplicable') {
    return { kind: 'unchecked' };
  }
  if (details.kind === 'failed') {
    return unfit(
      details.failure.kind === 'accessDenied'
        ? vscode.l10n.t('{0} is missing', missingPermission(details.failure))
        : vscode.l10n.t('not readable'),
    );
  }
  return detailsFitness(details.value);
}

function detailsFitness({ manager, spec, state, usage }: KeyDetails): Fitness {
  if (manager === 'AWS') {
    return unfit(vscode.l10n.t('AWS managed key: its policy cannot be edited'));
  }
  if (spec !== 'SYMMETRIC_DEFAULT' || usage !== 'ENCRYPT_DECRYPT') {
    return unfit(vscode.l10n.t('{0}: log groups need a symmetric encryption key', spec));
  }
  if (state !== 'Enabled') {
    return unfit(vscode.l10n.t('{0}: the key must be enabled', stateText(state)));
  }
  return { kind: 'usable' };
}

function unfit(reason: string): Fitness {
  return { kind: 'unfit', reason };
}
