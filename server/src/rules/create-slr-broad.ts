import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openRoleActions } from './support/roleActions.js';

/** Each service-linked role gives a service access to the account, by a policy that AWS wrote. */
export const createSlrBroad = defineRule({
  id: 'create-slr-broad',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['create-slr-broad'],
  peers: [
    'CREATE_SLR_WITH_STAR_IN_RESOURCE',
    'CREATE_SLR_WITH_NOTRESOURCE',
    'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
  ],
  fixable: 'never',

  *check(context) {
    for (const { value, text, ids } of openRoleActions(context, 'iam:CreateServiceLinkedRole')) {
      if (ids.includes('iam:PassRole')) {
        continue; // a pattern for both, of which `passrole-broad` speaks
      }
      yield {
        span: value.span,
        message: l10n.t(
          'Unscoped action "{0}": it can create the service-linked role of every service. Limit the services by "{1}".',
          text,
          'iam:AWSServiceName',
        ),
      };
    }
  },
});
