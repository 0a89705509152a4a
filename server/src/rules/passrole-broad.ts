import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { openRoleActions } from './support/roleActions.js';

/** Who may pass any role to a service acts with the permissions of every role. */
export const passroleBroad = defineRule({
  id: 'passrole-broad',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['passrole-broad'],
  peers: [
    'PASS_ROLE_WITH_STAR_IN_RESOURCE',
    'PASS_ROLE_WITH_NOTRESOURCE',
    'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
    'F38',
    'F39',
    'F40',
    'IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE',
    'AWS-0342',
    'action_condition_enforcement',
  ],
  fixable: 'never',

  *check(context) {
    for (const { value, text } of openRoleActions(context, 'iam:PassRole')) {
      yield {
        span: value.span,
        message: l10n.t(
          'Unscoped action "{0}": any role may be passed to any service. Name the roles, or limit the services by "{1}".',
          text,
          'iam:PassedToService',
        ),
      };
    }
  },
});
