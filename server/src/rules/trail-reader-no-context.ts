import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { hasEncryptionContext } from '../knowledge/kmsActions.js';
import { TRAIL_CONTEXT_KEY } from '../knowledge/logsResources.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { readLegalConditions } from './support/conditions.js';
import { isContextConditionKey } from './support/contextConditions.js';
import { listKmsActions, splitOrRemoveFixes } from './support/deadActions.js';
import { namedIdentities } from './support/principalKinds.js';
import { statementsOfService } from './support/serviceStatements.js';
import { addConditionFix } from './support/sourceGuards.js';
import { isUnfinished } from './support/unfinished.js';

const DECRYPT = 'kms:Decrypt';
const CONDITION = { operator: 'Null', key: `kms:EncryptionContext:${TRAIL_CONTEXT_KEY}`, value: 'false' } as const;

/** Readers of trail files need no more than what CloudTrail encrypted; AWS's own statement says so with `Null`. */
export const trailReaderNoContext = defineRule({
  id: 'trail-reader-no-context',
  defaultLevel: 'off',
  tags: ['security', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['trail-reader-no-context'],
  fixable: 'sometimes',

  *check(context) {
    const [trail] = statementsOfService(context, 'cloudtrail');
    for (const statement of trail === undefined || isUnfinished(context, context.policy.span)
      ? []
      : context.policy.statements) {
      const [reader] = namedIdentities(statement);
      const isReader =
        statement.effect === 'Allow' &&
        coversAction(statement, DECRYPT) === 'yes' &&
        coversAction(statement, POLICY_CHANGE_ACTION) === 'no';
      const testsContext = statement.conditions.some(
        ({ key }) => key.known === undefined || isContextConditionKey(key.known),
      );
      if (reader !== undefined && isReader && !testsContext) {
        yield {
          span: reader.value.span,
          message: l10n.t(
            'Unlimited reader "{0}": it may decrypt everything under the key, not only the files of CloudTrail. Ask for "{1}".',
            reader.value.known,
            CONDITION.key,
          ),
          fixes: limitFixes(context, statement),
        };
      }
    }
  },
});

/** The condition, where every action carries a context; otherwise on a statement of its own for decryption. */
function limitFixes(context: RuleContext, statement: Statement): Fix[] {
  const { operator, key, value } = CONDITION;
  const listed = listKmsActions(context, statement);
  const isComplete = listed.length === statement.action?.values.length;
  if (isComplete && listed.every(({ actions }) => actions.every(({ name }) => hasEncryptionContext(name)))) {
    return addConditionFix(context, statement, operator, key, value, () => l10n.t('Allow only files of CloudTrail'));
  }
  const decrypt = listed.find(({ text }) => text.toLowerCase() === DECRYPT.toLowerCase());
  const hasOperator = readLegalConditions(context, statement).some(({ parsed }) => parsed.operator.family === 'Null');
  return decrypt === undefined || hasOperator
    ? []
    : splitOrRemoveFixes(context, statement, decrypt, [], { [operator]: { [key]: value } });
}
