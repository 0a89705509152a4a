import * as l10n from '@vscode/l10n';
import { cloudwatchLogGroup } from '../knowledge/targets/index.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { isUnfinished } from './support/unfinished.js';

const ASSOCIATE = 'logs:associatekmskey';

/** CloudWatch Logs looks at the key as the caller who associates it (log-encryption-recipes 1.6). */
export const logsCallerRights = defineRule({
  id: 'logs-caller-rights',
  // The rights may stand in the key policy or in another policy of the same role.
  defaultLevel: 'info',
  tags: ['correctness', 'encryption'],
  kinds: ['identity-policy'],
  catalogue: ['logs-caller-rights'],
  fixable: 'never',

  *check(context) {
    const { statements, span } = context.policy;
    const missing = cloudwatchLogGroup.callerActions.required.find((action) =>
      statements.every((statement) => statement.effect === 'Deny' || coversAction(statement, action) === 'no'),
    );
    // A statement that is being typed may be the one that is missing.
    if (missing === undefined || isUnfinished(context, span)) {
      return;
    }
    const associating = actionItems(context).find(
      ({ statement, element, text }) =>
        statement.effect === 'Allow' && !element.negated && text.toLowerCase() === ASSOCIATE,
    );
    if (associating !== undefined) {
      yield {
        span: associating.value.span,
        message: l10n.t(
          'Incomplete permissions: who calls "{0}" also needs "{1}" on the key, which this policy does not allow. Allow it here or in the key policy.',
          associating.text,
          missing,
        ),
      };
    }
  },
});
