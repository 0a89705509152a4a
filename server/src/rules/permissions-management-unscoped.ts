import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { KEY_DESTRUCTION_ACTIONS, KEY_PERMISSION_ACTIONS } from '../knowledge/keyControl.js';
import { defineRule, type RuleContext } from './rule.js';
import { findBucketEscalations } from './support/bucketEscalation.js';
import { isEscalation } from './support/escalations.js';
import { type AllowedAction, isEveryKmsAction, quoteAction, unlimitedActions } from './support/unlimitedActions.js';

/** Who decides over the permissions of every resource decides who reaches all of them. */
export const permissionsManagementUnscoped = defineRule({
  id: 'permissions-management-unscoped',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['permissions-management-unscoped'],
  peers: ['PERMISSIONS_MANAGEMENT_ACTIONS', 'ResourceExposure', 'CKV_AWS_109', 'CKV_AWS_289', 'sensitive_action'],
  fixable: 'never',

  *check(context) {
    const ofBuckets = findBucketEscalations(context);
    for (const item of unlimitedActions(context)) {
      const ids = permissionActions(context, item);
      const isReported = isEscalation(context, item) || ofBuckets.some(({ value }) => value === item.value);
      if (ids.length === 0 || isReported) {
        continue;
      }
      const quoted = quoteAction(item.text, ids);
      const isKms = ids.some((id) => KEY_PERMISSION_ACTIONS.includes(id));
      yield {
        span: item.value.span,
        ...(isKms && { level: 'warning' }),
        message: isKms
          ? l10n.t('Unscoped action {0}: on every key it decides who may use the key. Name the keys.', quoted)
          : l10n.t(
              'Unscoped action {0}: on every resource it decides who may reach the resource. Name the resources.',
              quoted,
            ),
      };
    }
  },
});

/** Those that change permissions and could be limited to a resource; none where another rule speaks of the entry. */
function permissionActions(context: RuleContext, { text, ids }: AllowedAction): string[] {
  if (isEveryKmsAction(context, text) || ids.some((id) => KEY_DESTRUCTION_ACTIONS.includes(id))) {
    return [];
  }
  return expandActionPattern(context.reference, text)
    .filter(
      ({ id, service, accessLevels, resources }) =>
        resources.length > 0 &&
        (service === 'kms' ? KEY_PERMISSION_ACTIONS.includes(id) : accessLevels.includes('Permissions management')),
    )
    .map(({ id }) => id);
}
