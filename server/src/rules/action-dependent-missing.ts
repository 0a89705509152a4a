import * as l10n from '@vscode/l10n';
import { findAction } from '../knowledge/actionLookup.js';
import { dependentActions } from '../knowledge/dependentActions.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { actionItems } from './support/actionItems.js';
import { isUnfinished } from './support/unfinished.js';

/** Some calls ask for a second permission, for instance when they set tags as well. */
export const actionDependentMissing = defineRule({
  id: 'action-dependent-missing',
  // The companions may stand in another policy of the same role.
  defaultLevel: 'off',
  tags: ['correctness'],
  kinds: ['identity-policy'],
  catalogue: ['action-dependent-missing'],
  peers: ['DEPENDENT_ACTION'],
  fixable: 'always',

  *check(context) {
    const { policy, reference } = context;
    for (const { statement, element, text, value } of actionItems(context)) {
      const id = findAction(reference, text)?.id;
      if (statement.effect !== 'Allow' || element.negated || id === undefined || isUnfinished(context, policy.span)) {
        continue;
      }
      const missing = dependentActions(id).filter((companion) =>
        policy.statements.every((other) => other.effect !== 'Allow' || coversAction(other, companion) === 'no'),
      );
      if (missing.length > 0) {
        yield {
          span: value.span,
          message: l10n.t(
            'Missing companions of "{0}": depending on its parameters the call also asks for {1}, which no statement allows.',
            text,
            missing.join(', '),
          ),
          fixes: addActionsFix(context, statement, missing),
        };
      }
    }
  },
});
