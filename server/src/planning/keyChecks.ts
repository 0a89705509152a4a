import * as l10n from '@vscode/l10n';
import type { PreflightCheck, PreflightParams } from '../../../protocol/src/preflight.js';
import { parseArn } from '../policy/arn.js';

/**
 * Checks of the key itself, before its policy: what `DescribeKey` says (log-encryption recipes, sections 1.4 and 4.1).
 * Cheap and certain, so they come first.
 */
export function* checkKey({ key, logGroup }: PreflightParams): Generator<PreflightCheck> {
  const keyArn = parseArn(key.arn);
  const groupArn = parseArn(logGroup.arn);
  yield key.keyState === 'Enabled'
    ? { id: 'KEY-STATE', outcome: 'ok', message: l10n.t('The key is enabled.') }
    : {
        id: 'KEY-STATE',
        outcome: 'error',
        message: l10n.t(
          'The key "{0}" is in the state "{1}". Enable it or choose another; nothing can be encrypted or read with it now.',
          key.arn,
          key.keyState,
        ),
      };
  yield key.keySpec === 'SYMMETRIC_DEFAULT' && key.keyUsage === 'ENCRYPT_DECRYPT'
    ? { id: 'KEY-SPEC', outcome: 'ok', message: l10n.t('The key is a symmetric encryption key.') }
    : {
        id: 'KEY-SPEC',
        outcome: 'error',
        message: l10n.t(
          'The key "{0}" is of spec "{1}" with usage "{2}". CloudWatch Logs needs a symmetric encryption key (SYMMETRIC_DEFAULT, ENCRYPT_DECRYPT): choose or create one.',
          key.arn,
          key.keySpec,
          key.keyUsage,
        ),
      };
  if (key.keyManager !== 'CUSTOMER') {
    yield {
      id: 'KEY-MANAGER',
      outcome: 'error',
      message: l10n.t(
        'The key "{0}" is an AWS managed key: its policy cannot be changed, so CloudWatch Logs can never be let in. Create a customer managed key.',
        key.arn,
      ),
    };
  }
  yield keyArn?.region === groupArn?.region
    ? { id: 'KEY-REGION', outcome: 'ok', message: l10n.t('Key and log group are in the same Region.') }
    : {
        id: 'KEY-REGION',
        outcome: 'error',
        message: l10n.t(
          'The key is in "{0}" and the log group in "{1}". A log group needs a key of its own Region: choose one there, or the replica of a multi-Region key.',
          keyArn?.region ?? key.arn,
          groupArn?.region ?? logGroup.arn,
        ),
      };
  if (keyArn?.account !== groupArn?.account) {
    yield {
      id: 'KEY-ACCOUNT',
      outcome: 'warning',
      message: l10n.t(
        'The key belongs to account {0}. Its policy must name account {1}, your own permissions must cover the key, and whoever deletes it there makes the logs here unreadable.',
        keyArn?.account ?? '?',
        groupArn?.account ?? '?',
      ),
    };
  }
  if (key.origin !== 'AWS_KMS') {
    yield {
      id: 'KEY-ORIGIN',
      outcome: 'warning',
      message: l10n.t(
        'The key material has the origin "{0}". When it expires or its key store is disconnected, the log data cannot be read.',
        key.origin,
      ),
    };
  }
}
