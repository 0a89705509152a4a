import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { type Escalation, findEscalations } from './support/escalations.js';
import { quoteAction } from './support/unlimitedActions.js';

/** Permissions by which somebody gives themselves every other one. */
export const privilegeEscalationCombo = defineRule({
  id: 'privilege-escalation-combo',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['privilege-escalation-combo'],
  peers: [
    'PRIVILEGE_ESCALATION',
    'PrivilegeEscalation',
    'CKV_AWS_110',
    'CKV_AWS_286',
    'iam_policy_allows_privilege_escalation',
    'privilege_escalation',
    'AC_AWS_0473',
  ],
  fixable: 'never',

  *check(context) {
    for (const escalation of findEscalations(context)) {
      const { item, passRole } = escalation;
      yield {
        span: item.value.span,
        message: describe(escalation),
        ...(passRole !== undefined &&
          passRole !== item && {
            related: [{ span: passRole.value.span, message: l10n.t('Any role may be passed here.') }],
          }),
      };
    }
  },
});

function describe({ item, actions, passRole }: Escalation): string {
  return passRole === undefined
    ? l10n.t(
        'Escalating action {0} on every resource: its holder can get any other permission by it. Name the resources.',
        quoteAction(item.text, actions),
      )
    : l10n.t(
        'Escalating action "{0}": with {1} its holder can run code under any role of the account. Limit the roles that may be passed.',
        item.text,
        actions.join(', '),
      );
}
