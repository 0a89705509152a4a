import * as vscode from 'vscode';
import type { AwsFailure } from '../../aws/ports.js';
import { failureText, quoteAws } from '../../platform/failureTexts.js';

/**
 * What a refused association means and what to do next, followed by AWS's exact words. The errors are those of the
 * recipes' target T1; everything else is worded like any other failure.
 */
export function adviseFailure(failure: AwsFailure, region: string): string {
  const advice = findAdvice(failure, region);
  return advice === undefined ? failureText(failure) : `${advice} ${quoteAws(failure)}`;
}

function findAdvice({ code = '', message, missingAction }: AwsFailure, region: string): string | undefined {
  switch (code) {
    case 'InvalidParameterException':
      return /KMS Key/i.test(message)
        ? vscode.l10n.t(
            'CloudWatch Logs cannot find the key, or it is disabled. Check that it is enabled and in {0}, and that you may describe it (kms:DescribeKey).',
            region,
          )
        : undefined;
    case 'AccessDeniedException':
      if (/not allowed to be used/i.test(message)) {
        return vscode.l10n.t(
          'The key policy does not let CloudWatch Logs in {0} use the key for this log group. Run the command again: its checks show the missing statement.',
          region,
        );
      }
      return missingAction?.startsWith('kms:') === true
        ? vscode.l10n.t(
            'You lack {0} on the key. CloudWatch Logs checks that of whoever associates a key. Ask for it, with kms:ViaService set to CloudWatch Logs.',
            missingAction,
          )
        : undefined;
    case 'OperationAbortedException':
      return vscode.l10n.t('Another change of this log group is under way. Try again in a minute.');
    case 'ResourceNotFoundException':
      return vscode.l10n.t('The log group no longer exists. Refresh the log groups.');
    case 'LimitExceededException':
      return vscode.l10n.t('A quota of CloudWatch Logs is used up. Try again later, or ask AWS to raise it.');
    case 'ServiceUnavailableException':
      return vscode.l10n.t('CloudWatch Logs is not available at the moment. Try again in a minute.');
    default:
      return undefined;
  }
}
