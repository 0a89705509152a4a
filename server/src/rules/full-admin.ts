import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { isEveryAction, unlimitedActions } from './support/unlimitedActions.js';

/** `*` on `*` is administration of the account, the key policies that trust the account included. */
export const fullAdmin = defineRule({
  id: 'full-admin',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['full-admin'],
  peers: [
    'CKV_AWS_1',
    'CKV_AWS_62',
    'IAM.1',
    'iam-policy-no-statements-with-admin-access',
    'full_wildcard',
    'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    'iam_policy_no_star_star',
    'AWS-0057',
  ],
  fixable: 'never',

  *check(context) {
    for (const { value, text } of unlimitedActions(context)) {
      if (isEveryAction(text)) {
        yield {
          span: value.span,
          message: l10n.t(
            'Unlimited action "{0}" on every resource: whoever has the policy administers the account. List the actions that are needed.',
            text,
          ),
        };
      }
    }
  },
});
