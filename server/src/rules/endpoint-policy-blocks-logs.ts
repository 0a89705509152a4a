import * as l10n from '@vscode/l10n';
import { ENDPOINT_NEEDS } from '../knowledge/endpointNeeds.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { isUnfinished } from './support/unfinished.js';

/** What an endpoint policy leaves out cannot be called from the VPC, whatever IAM allows. */
export const endpointPolicyBlocksLogs = defineRule({
  id: 'endpoint-policy-blocks-logs',
  // An endpoint may be meant for other calls than these.
  defaultLevel: 'off',
  tags: ['correctness', 'encryption'],
  kinds: ['vpc-endpoint-policy'],
  catalogue: ['endpoint-policy-blocks-logs'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    if (isUnfinished(context, policy.span)) {
      return;
    }
    for (const [service, needed] of Object.entries(ENDPOINT_NEEDS)) {
      const statement = policy.statements.find((candidate) => allowsSomeOf(candidate, service));
      const missing = statement === undefined ? [] : needed.filter((action) => isShutOut(context, action));
      if (statement?.action !== undefined && missing.length > 0) {
        yield {
          span: statement.action.entry.key.span,
          message: l10n.t(
            'Missing in the endpoint policy: {0}. Software in the VPC that writes logs or encrypts with a key calls them through the endpoint.',
            missing.join(', '),
          ),
          fixes: addActionsFix(context, statement, missing),
        };
      }
    }
  },
});

function allowsSomeOf({ effect, action }: Statement, service: string): boolean {
  const isOfService = action?.values.some(({ known }) => known?.toLowerCase().startsWith(`${service}:`)) === true;
  return effect === 'Allow' && action?.negated === false && isOfService;
}

/** True when no statement may allow the action to anybody. */
function isShutOut({ policy }: RuleContext, action: string): boolean {
  return policy.statements.every(
    (statement) => statement.effect === 'Deny' || coversAction(statement, action) === 'no',
  );
}
