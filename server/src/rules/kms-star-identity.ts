import * as l10n from '@vscode/l10n';
import { KEY_USE_ACTIONS } from '../knowledge/keyControl.js';
import { defineRule } from './rule.js';
import { replaceActionFix } from './support/actionBundles.js';
import { isEveryKmsAction, isUnlimited, unconditionalActions } from './support/unlimitedActions.js';

/** `kms:*` mixes use of keys with their administration: who may decrypt may then also delete the key. */
export const kmsStarIdentity = defineRule({
  id: 'kms-star-identity',
  defaultLevel: 'warning',
  tags: ['security', 'encryption'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['kms-star-identity'],
  peers: [
    'iam_policy_no_full_access_to_kms',
    'iam_inline_policy_no_full_access_to_kms',
    'service_wildcard',
    'IAM.21',
    'iam-policy-no-statements-with-full-access',
    'ServiceWildcard',
    'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
    'AwsSolutions-IAM5',
    'AWS-0057',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const { value, text, statement } of unconditionalActions(context)) {
      if (!isEveryKmsAction(context, text)) {
        continue;
      }
      const isEveryKey = isUnlimited(statement);
      yield {
        span: value.span,
        ...(!isEveryKey && { level: 'info' }),
        message: isEveryKey
          ? l10n.t(
              'Unlimited action "{0}" on every key: it allows use, administration and deletion of all keys that trust the account. Name actions and keys.',
              text,
            )
          : l10n.t(
              'Unlimited action "{0}": it allows use, administration and deletion of the keys. Name the actions.',
              text,
            ),
        fixes: replaceActionFix(
          context,
          statement,
          text,
          KEY_USE_ACTIONS,
          l10n.t('Allow only the use of keys: {0}', KEY_USE_ACTIONS.join(', ')),
        ),
      };
    }
  },
});
