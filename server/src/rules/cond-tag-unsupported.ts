import * as l10n from '@vscode/l10n';
import type { Action } from '../knowledge/serviceReference.js';
import { defineRule } from './rule.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { listActions, splitOrRemoveFixes } from './support/deadActions.js';

/** An action without a resource has no resource's tags: an Allow by tag never grants it, a Deny never denies it. */
export const condTagUnsupported = defineRule({
  id: 'cond-tag-unsupported',
  defaultLevel: 'warning',
  tags: ['correctness', 'security'],
  kinds: ['identity-policy', 'scp'],
  scope: 'statement',
  catalogue: ['cond-tag-unsupported'],
  peers: [
    'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
    'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const tags = readLegalConditions(context, statement).filter(
        (condition) => /^aws:ResourceTag\/./i.test(condition.keyName) && demandsKey(condition),
      );
      const [tag] = tags;
      if (tag === undefined || statement.effect === undefined) {
        continue;
      }
      const [first, ...others] = listActions(context, statement).filter(({ actions }) => actions.every(isWithoutTags));
      if (first === undefined) {
        continue;
      }
      const names = [first, ...others].map(({ text }) => text).join('", "');
      yield {
        span: first.value.span,
        message:
          statement.effect === 'Allow'
            ? l10n.t(
                'Unreachable action "{0}": it works on no resource, so no request for it carries "{1}".',
                names,
                tag.keyName,
              )
            : l10n.t(
                'Unaffected action "{0}": it works on no resource, so no request for it carries "{1}" and the Deny never applies.',
                names,
                tag.keyName,
              ),
        related: others.map(({ value }) => ({ span: value.span, message: l10n.t('The same goes for this action.') })),
        fixes: others.length === 0 ? splitOrRemoveFixes(context, statement, first, tags) : [],
      };
    }
  },
});

function isWithoutTags({ resources, conditionKeys }: Action): boolean {
  return resources.length === 0 && !conditionKeys.some((key) => /^aws:ResourceTag\//i.test(key));
}
