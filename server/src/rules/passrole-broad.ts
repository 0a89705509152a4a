import * as l10n from '@vscode/l10n';
import { passedToService } from '../knowledge/passRoleServices.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { openRoleActions } from './support/roleActions.js';
import { addConditionFix } from './support/sourceGuards.js';
import type { AllowedAction } from './support/unlimitedActions.js';

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
  fixable: 'sometimes',

  *check(context) {
    for (const item of openRoleActions(context, 'iam:PassRole')) {
      const { value, text } = item;
      yield {
        span: value.span,
        message: l10n.t(
          'Unscoped action "{0}": any role may be passed to any service. Name the roles, or limit the services by "{1}".',
          text,
          'iam:PassedToService',
        ),
        fixes: limitServiceFix(context, item),
      };
    }
  },
});

/** Only where the statement has no other action, which the condition would shut out, and the policy tells the service. */
function limitServiceFix(context: RuleContext, { statement, ids }: AllowedAction): Fix[] {
  const service = ids.length === 1 && statement.action?.values.length === 1 ? findOnlyService(context) : undefined;
  return service === undefined
    ? []
    : addConditionFix(context, statement, 'StringEquals', 'iam:PassedToService', service, (value) =>
        l10n.t('Allow passing roles to "{0}" only', value),
      );
}

/** The one service among those of the policy's actions that takes roles. */
function findOnlyService(context: RuleContext): string | undefined {
  const found = new Set<string>();
  for (const { text, statement, element } of actionItems(context)) {
    const service = passedToService(text.slice(0, text.indexOf(':')).toLowerCase());
    if (service !== undefined && statement.effect === 'Allow' && !element.negated) {
      found.add(service);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
