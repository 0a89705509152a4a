import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { KEY_DESTRUCTION_ACTIONS, KEY_PERMISSION_ACTIONS } from '../knowledge/keyControl.js';
import { CREDENTIAL_ACTIONS, DATA_READING_ACTIONS } from '../knowledge/sensitiveActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { isEscalation } from './support/escalations.js';
import { isEveryKmsAction, quoteAction, unlimitedActions } from './support/unlimitedActions.js';

/** Actions that concern roles as a whole, or are reported by what they do. */
const REPORTED: ReadonlySet<string> = new Set([
  'iam:CreateServiceLinkedRole',
  'iam:PassRole',
  ...KEY_DESTRUCTION_ACTIONS,
  ...KEY_PERMISSION_ACTIONS,
  ...CREDENTIAL_ACTIONS,
  ...DATA_READING_ACTIONS,
]);

/** Actions that change or use something are wider on `*` than they have to be. */
export const writeUnscoped = defineRule({
  id: 'write-unscoped',
  // Many policies start like this on purpose.
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['write-unscoped'],
  peers: ['InfrastructureModification', 'CKV_AWS_111', 'CKV_AWS_290'],
  fixable: 'never',

  *check(context) {
    for (const item of unlimitedActions(context)) {
      const ids = writeActions(context, item.text);
      if (ids.length > 0 && !isEscalation(context, item)) {
        yield {
          span: item.value.span,
          message: l10n.t(
            'Unscoped action {0}: it can be limited to resources. Name them.',
            quoteAction(item.text, ids),
          ),
        };
      }
    }
  },
});

/** Those that write and take a resource; none where a rule of its own speaks of one of them. */
function writeActions(context: RuleContext, text: string): string[] {
  const actions = expandActionPattern(context.reference, text);
  const isReported =
    isEveryKmsAction(context, text) ||
    actions.some(
      ({ id, accessLevels, resources }) =>
        REPORTED.has(id) || (accessLevels.includes('Permissions management') && resources.length > 0),
    );
  return isReported
    ? []
    : actions
        .filter(({ accessLevels, resources }) => accessLevels.includes('Write') && resources.length > 0)
        .map(({ id }) => id);
}
