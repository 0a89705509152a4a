import * as l10n from '@vscode/l10n';
import { parseConditionOperator } from '../knowledge/conditionOperators.js';
import { isCallerOnlyKey, isServiceCallKey } from '../knowledge/servicePerimeter.js';
import type { Condition, Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { addCondition } from './support/statementEdits.js';
import { isUnfinished } from './support/unfinished.js';

const EXEMPTION = 'aws:PrincipalIsAWSService';

/** A service calls under no account of the organization: "deny unless ours" denies it, and logs and backups stop. */
export const rcpServiceCarveout = defineRule({
  id: 'rcp-service-carveout',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  // Service control policies do not reach service principals.
  kinds: ['rcp'],
  scope: 'statement',
  catalogue: ['rcp-service-carveout'],
  peers: ['rcp_missing_service_carveout'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { effect, conditions, span } = statement;
      const perimeter = conditions.find(deniesOutsiders);
      if (effect !== 'Deny' || perimeter === undefined || !reachesKeys(statement) || conditions.some(sparesServices)) {
        continue;
      }
      if (!isUnfinished(context, span)) {
        yield {
          span: perimeter.key.span,
          message: l10n.t(
            'Services are denied too: calls of AWS services cannot satisfy "{0}". Leave services out by "{1}".',
            perimeter.key.known ?? '',
            EXEMPTION,
          ),
          fixes: exemptionFix(context, statement),
        };
      }
    }
  },
});

/** A negated test, which is met as well by requests that lack the key. */
function deniesOutsiders({ operator, key }: Condition): boolean {
  const parsed = parseConditionOperator(operator.known ?? '');
  return parsed?.illegal === undefined && parsed?.operator.negated === true && isCallerOnlyKey(key.known ?? '');
}

/** A condition that is not known yet may be the one. */
function sparesServices({ key }: Condition): boolean {
  return key.known === undefined || isServiceCallKey(key.known);
}

function reachesKeys(statement: Statement): boolean {
  return coversAction(statement, 'kms:Decrypt') === 'yes' || coversAction(statement, 'kms:GenerateDataKey') === 'yes';
}

function exemptionFix(context: RuleContext, statement: Statement): Fix[] {
  const edits = addCondition(context, statement, 'BoolIfExists', EXEMPTION, 'false');
  return edits === undefined ? [] : [{ title: l10n.t('Leave AWS services out'), safe: false, edits }];
}
