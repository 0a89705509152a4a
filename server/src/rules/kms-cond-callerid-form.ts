import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { parseArn } from '../policy/arn.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

/** `kms:CallerAccount` holds twelve digits; neither an ARN nor an account name ever matches. */
export const kmsCondCalleridForm = defineRule({
  id: 'kms-cond-callerid-form',
  defaultLevel: 'error',
  tags: ['correctness', 'security'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['kms-cond-callerid-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const { parsed, keyName, values } of listLegalConditions(context)) {
      if (getKmsConditionKey(keyName)?.valueForm !== 'account-id' || parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of fixedValues(values)) {
        // A pattern is fine under Like, and cond-wildcard-needs-like's to report elsewhere.
        if (/^\d{12}$/.test(value.known) || /^[\d?]*[*?][\d*?]*$/.test(value.known)) {
          continue;
        }
        const meant = accountMeantBy(value.known);
        yield {
          span: value.span,
          message:
            meant === undefined
              ? l10n.t(
                  'Invalid account "{0}": "{1}" compares with the twelve digits of an account ID.',
                  value.known,
                  keyName,
                )
              : l10n.t(
                  'Expected the account "{0}" to be "{1}": "{2}" compares with the twelve digits of an account ID.',
                  value.known,
                  meant,
                  keyName,
                ),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

function accountMeantBy(text: string): string | undefined {
  const candidate = parseArn(text)?.account ?? text.replace(/[\s-]/g, '');
  return /^\d{12}$/.test(candidate) ? candidate : undefined;
}
