import * as l10n from '@vscode/l10n';
import { CREDENTIAL_ACTIONS } from '../knowledge/sensitiveActions.js';
import { defineRule } from './rule.js';
import { findSensitiveReach } from './support/sensitiveReach.js';
import { quoteAction } from './support/unlimitedActions.js';

/** Calls that answer with credentials hand out whatever these can do. */
export const credentialsExposure = defineRule({
  id: 'credentials-exposure',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['credentials-exposure'],
  peers: ['CREDENTIALS_EXPOSURE', 'CredentialsExposure', 'CKV_AWS_107', 'CKV_AWS_287'],
  fixable: 'never',

  *check(context) {
    for (const { item, found } of findSensitiveReach(context, CREDENTIAL_ACTIONS)) {
      yield {
        span: item.value.span,
        message: l10n.t(
          'Unscoped action {0}: on every resource it hands out credentials. Name the resources.',
          quoteAction(item.text, found),
        ),
      };
    }
  },
});
