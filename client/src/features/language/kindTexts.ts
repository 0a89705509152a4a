import * as vscode from 'vscode';
import type { DocumentKindInfo } from '../../../../protocol/src/documentKind.js';
import type { PolicyKindChoice } from '../../../../protocol/src/vocabulary.js';

/** The name of a kind of policy, as AWS calls it. */
export function kindText(kind: DocumentKindInfo['kind']): string {
  switch (kind) {
    case 'key-policy':
      return vscode.l10n.t('Key policy');
    case 'identity-policy':
      return vscode.l10n.t('Identity-based policy');
    case 'logs-resource-policy':
      return vscode.l10n.t('CloudWatch Logs resource policy');
    case 'bucket-policy':
      return vscode.l10n.t('Bucket policy');
    case 'trust-policy':
      return vscode.l10n.t('Trust policy');
    case 'vpc-endpoint-policy':
      return vscode.l10n.t('VPC endpoint policy');
    case 'delivery-destination-policy':
      return vscode.l10n.t('Delivery destination policy');
    case 'scp':
      return vscode.l10n.t('Service control policy');
    case 'rcp':
      return vscode.l10n.t('Resource control policy');
    case 'none':
      return vscode.l10n.t('No policy');
    case 'unknown':
      return vscode.l10n.t('Policy of an unknown kind');
  }
}

export function confidenceText(confidence: DocumentKindInfo['confidence']): string {
  switch (confidence) {
    case 'declared':
      return vscode.l10n.t('declared');
    case 'certain':
      return vscode.l10n.t('certain');
    case 'likely':
      return vscode.l10n.t('likely');
    case 'guess':
      return vscode.l10n.t('guess');
  }
}

/** `9.1 of 32 KB`, or the size alone where the kind has no limit. */
export function sizeText({ bytes, maxBytes }: Pick<DocumentKindInfo, 'bytes' | 'maxBytes'>): string {
  return maxBytes === undefined
    ? vscode.l10n.t('{0} KB', kilobytes(bytes))
    : vscode.l10n.t('{0} of {1} KB', kilobytes(bytes), kilobytes(maxBytes));
}

function kilobytes(bytes: number): string {
  return new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(bytes / 1024);
}

/** What a kind is attached to; tells similar kinds apart in the picker. */
export function kindDetail(kind: PolicyKindChoice): string {
  switch (kind) {
    case 'key-policy':
      return vscode.l10n.t('On a KMS key');
    case 'identity-policy':
      return vscode.l10n.t('On an IAM user, group or role');
    case 'logs-resource-policy':
      return vscode.l10n.t('On CloudWatch Logs, of an account or a log group');
    case 'bucket-policy':
      return vscode.l10n.t('On an S3 bucket');
    case 'trust-policy':
      return vscode.l10n.t('On an IAM role: who may assume it');
    case 'vpc-endpoint-policy':
      return vscode.l10n.t('On a VPC endpoint');
    case 'delivery-destination-policy':
      return vscode.l10n.t('On a delivery destination of CloudWatch Logs');
    case 'scp':
      return vscode.l10n.t('On an organization, an organizational unit or an account, for its principals');
    case 'rcp':
      return vscode.l10n.t('On an organization, an organizational unit or an account, for its resources');
    case 'none':
      return vscode.l10n.t('Sealwright leaves the document alone');
  }
}
