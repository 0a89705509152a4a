import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { removePrincipalFix } from './support/principalFixes.js';
import { principalValues } from './support/principalValues.js';

/**
 * CloudWatch Logs asks its resource policies only when a service calls: API reference, `PutResourcePolicy`.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
 */
export const logsPolicyPrincipalVoid = defineRule({
  id: 'logs-policy-principal-void',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['logs-resource-policy'],
  scope: 'statement',
  catalogue: ['logs-policy-principal-void'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, element, principal, text } of principalValues(context, 'AWS')) {
      // Deny is for logs-policy-deny-void, NotPrincipal for notprincipal-allow.
      const isJudged = statement.effect === 'Allow' && !element.negated;
      if (isJudged && ['account', 'identity', 'session'].includes(readAwsPrincipal(text).kind)) {
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Ineffective principal "{0}": CloudWatch Logs enforces resource policies for service principals only. Use an IAM policy.',
            text,
          ),
          fixes: removePrincipalFix(context, element, principal, true),
        };
      }
    }
  },
});
