import * as l10n from '@vscode/l10n';
import type { PolicyKindChoice } from '../../../protocol/src/vocabulary.js';

/** A kind of policy as people call it. */
export function kindLabel(kind: PolicyKindChoice | 'unknown'): string {
  switch (kind) {
    case 'key-policy':
      return l10n.t('KMS key policy');
    case 'identity-policy':
      return l10n.t('IAM identity-based policy');
    case 'logs-resource-policy':
      return l10n.t('CloudWatch Logs resource policy');
    case 'bucket-policy':
      return l10n.t('S3 bucket policy');
    case 'trust-policy':
      return l10n.t('IAM role trust policy');
    case 'vpc-endpoint-policy':
      return l10n.t('VPC endpoint policy');
    case 'delivery-destination-policy':
      return l10n.t('CloudWatch Logs destination policy');
    case 'scp':
      return l10n.t('Service control policy (SCP)');
    case 'rcp':
      return l10n.t('Resource control policy (RCP)');
    case 'none':
      return l10n.t('No policy');
    case 'unknown':
      return l10n.t('Policy of unknown kind');
  }
}
