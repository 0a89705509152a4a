import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { publicStatements } from './support/publicStatements.js';
import { bindToSourceAccount } from './support/sourceGuards.js';

/** `*` lets in no strangers here, since only services are asked, but every service on behalf of every account. */
export const logsPolicyPublic = defineRule({
  id: 'logs-policy-public',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['logs-resource-policy'],
  catalogue: ['logs-policy-public'],
  peers: ['cloudwatch_log_group_not_publicly_accessible'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, everyone, exposure } of publicStatements(context)) {
      if (exposure !== 'bound') {
        yield {
          span: everyone.value.span,
          message: l10n.t(
            'Public principal "{0}": every AWS service may write to the log group, on behalf of any AWS account.',
            '*',
          ),
          fixes: bindToSourceAccount(context, statement),
        };
      }
    }
  },
});
