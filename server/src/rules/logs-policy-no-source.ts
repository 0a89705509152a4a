import * as l10n from '@vscode/l10n';
import { sendsSourceKeys } from '../knowledge/serviceSources.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { serviceStatements } from './support/serviceStatements.js';
import { bindToSourceAccount, isUnguarded } from './support/sourceGuards.js';

/** Another account's events, queries and flow logs come under the same service name. */
export const logsPolicyNoSource = defineRule({
  id: 'logs-policy-no-source',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['logs-resource-policy'],
  scope: 'statement',
  catalogue: ['logs-policy-no-source'],
  peers: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, services, isTheirsAlone } of serviceStatements(context)) {
      const senders = services.filter(({ parsed }) => sendsSourceKeys(parsed.principal.id, 'logs-resource-policy'));
      const [first] = senders;
      // AWS's own policies leave the creation of streams without a condition.
      const writes = coversAction(statement, 'logs:PutLogEvents') === 'yes';
      if (first === undefined || !writes || !isUnguarded(statement)) {
        continue;
      }
      yield {
        span: first.principal.value.span,
        message: l10n.t(
          'Unscoped principal "{0}": the service may write to the log group on behalf of any AWS account.',
          first.text,
        ),
        fixes: isTheirsAlone && senders.length === services.length ? bindToSourceAccount(context, statement) : [],
      };
    }
  },
});
