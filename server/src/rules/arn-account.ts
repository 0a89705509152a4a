import * as l10n from '@vscode/l10n';
import { replaceArnPart } from '../policy/arnPattern.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { findAccountFault } from './support/arnFaults.js';
import { dropExtraColon } from './support/arnRepairs.js';
import { type ArnText, arnsOf } from './support/arnTexts.js';
import { replaceStringFix } from './support/fixes.js';
import { ownerAccount } from './support/owner.js';

/** The fifth part of an ARN: twelve digits where resources have an owner in it, and nothing where they have none. */
export const arnAccount = defineRule({
  id: 'arn-account',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['arn-account', 'arn-account-missing', 'arn-account-not-allowed'],
  peers: ['INVALID_ARN_ACCOUNT', 'ARN_ACCOUNT_NOT_ALLOWED', 'INVALID_ARN', 'INVALID_ACCOUNT', 'E3510', 'E3514'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const item of arnsOf(context, statement)) {
        const { text, arn, value } = item;
        const fault = findAccountFault(context.reference, arn);
        if (fault !== undefined && dropExtraColon(context.reference, text, arn) === undefined) {
          const meant = meantAccount(context, fault, arn.account);
          yield {
            span: value.span,
            message: describe(fault, item, arn.account, arn.service),
            fixes:
              meant === undefined
                ? []
                : replaceStringFix(context, value, replaceArnPart(text, 'account', meant), false),
          };
        }
      }
    }
  },
});

type Fault = Exclude<ReturnType<typeof findAccountFault>, undefined>;

function describe(fault: Fault, { text }: ArnText, account: string, service: string): Finding['message'] {
  switch (fault) {
    case 'malformed':
      return l10n.t('Invalid account "{0}" in "{1}": an account is twelve digits.', account, text);
    case 'missing':
      return l10n.t(
        'Missing account in "{0}": every ARN of "{1}" holds one, so that this matches nothing.',
        text,
        service,
      );
    case 'unexpected':
      return l10n.t('Expected no account in "{0}": such ARNs of "{1}" leave the part empty.', text, service);
  }
}

/** Digits without the blanks and dashes between them; the account that the settings or the policy name; or none. */
function meantAccount(context: RuleContext, fault: Fault, account: string): string | undefined {
  const digits = account.replace(/[\s-]/g, '');
  switch (fault) {
    case 'malformed':
      return /^\d{12}$/.test(digits) ? digits : undefined;
    case 'missing':
      return ownerAccount(context);
    case 'unexpected':
      return '';
  }
}
