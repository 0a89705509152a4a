import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { isEveryAction, isUnlimited, unconditionalActions } from './support/unlimitedActions.js';

/** `*` as an action allows whatever the resource can do, today and later. */
export const actionStar = defineRule({
  id: 'action-star',
  defaultLevel: 'warning',
  tags: ['security'],
  // In key policies it is `kms:*`, and the default policy of an endpoint has it: other rules speak of those.
  kinds: ['identity-policy', 'bucket-policy', 'logs-resource-policy', 'delivery-destination-policy'],
  scope: 'statement',
  catalogue: ['action-star'],
  peers: [
    'CKV_AWS_49',
    'CKV_AWS_63',
    'AWS-0057',
    'F3',
    'F4',
    'F5',
    'F15',
    'wildcard_action',
    'S3_BUCKET_POLICY_NO_WILDCARD_ACTION',
    'iam-managed-policy-allows-full-privileges',
    'AwsSolutions-IAM5',
    'AC_AWS_0144',
  ],
  fixable: 'never',

  *check(context) {
    for (const { value, text, statement } of unconditionalActions(context)) {
      // `full-admin` speaks of `*` on `*` in identity policies.
      const isFullAdmin = context.kind === 'identity-policy' && isUnlimited(statement);
      if (isEveryAction(text) && !isFullAdmin) {
        yield {
          span: value.span,
          message: l10n.t(
            'Unlimited action "{0}": it allows every action, also those that AWS adds later. List the actions that are needed.',
            text,
          ),
        };
      }
    }
  },
});
