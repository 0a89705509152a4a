import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { LOGS_RESOURCE_POLICY_ACTIONS } from '../knowledge/logsResources.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type ActionItem, actionItems } from './support/actionItems.js';
import { removeItemFix } from './support/fixes.js';

/** CloudWatch Logs supports two actions in its resource policies: API reference, `PutResourcePolicy`. */
export const logsPolicyActionVoid = defineRule({
  id: 'logs-policy-action-void',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['logs-resource-policy'],
  scope: 'statement',
  catalogue: ['logs-policy-action-void'],
  fixable: 'always',

  *check(context) {
    for (const item of actionItems(context)) {
      const { statement, element, text, value } = item;
      if (statement.effect !== 'Allow' || element.negated) {
        continue;
      }
      const ids = expandActionPattern(context.reference, text).map(({ id }) => id);
      const unsupported = ids.filter((id) => id.startsWith('logs:') && !LOGS_RESOURCE_POLICY_ACTIONS.includes(id));
      if (unsupported.length === 0) {
        continue;
      }
      const isWholly = unsupported.length === ids.length;
      yield {
        span: value.span,
        ...(!isWholly && { level: 'info' }),
        message: isWholly
          ? l10n.t(
              'Ineffective action "{0}": a resource policy of CloudWatch Logs supports only {1}.',
              text,
              LOGS_RESOURCE_POLICY_ACTIONS.join(', '),
            )
          : l10n.t(
              'Excessive action "{0}": of its actions, a resource policy of CloudWatch Logs supports only {1}.',
              text,
              ids.filter((id) => LOGS_RESOURCE_POLICY_ACTIONS.includes(id)).join(', '),
            ),
        fixes: reduceFix(context, item, ids),
      };
    }
  },
});

/** Leaves what takes effect; a statement without any of it gets the two actions that can be meant. */
function reduceFix(context: RuleContext, item: ActionItem, ids: readonly string[]): Fix[] {
  const { statement, path, text, value } = item;
  const effective = ids.filter((id) => LOGS_RESOURCE_POLICY_ACTIONS.includes(id));
  if (effective.length === 0 && othersTakeEffect(context, statement, value.known)) {
    return [removeItemFix(context, path, text, false)];
  }
  const others = (statement.action?.values ?? [])
    .filter((other) => other !== value)
    .flatMap(({ known }) => known ?? []);
  const kept = others.filter((other) =>
    expandActionPattern(context.reference, other).some(({ id }) => isSupported(id)),
  );
  const actions = [...new Set([...kept, ...(effective.length > 0 ? effective : LOGS_RESOURCE_POLICY_ACTIONS)])];
  return [
    {
      title: l10n.t('Allow only {0}', actions.join(', ')),
      safe: false,
      edits: () => context.source.editor.set([...statement.path, 'Action'], actions),
    },
  ];
}

function othersTakeEffect({ reference }: RuleContext, { action }: Statement, text: string | undefined): boolean {
  return (
    action?.values.some(
      ({ known }) =>
        known !== text &&
        (known === undefined || expandActionPattern(reference, known).some(({ id }) => isSupported(id))),
    ) === true
  );
}

function isSupported(id: string): boolean {
  return LOGS_RESOURCE_POLICY_ACTIONS.includes(id);
}
