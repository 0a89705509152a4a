import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { logsContextArns } from './support/logsConditions.js';

/**
 * The service sends the bare ARN of the log group. `log-group:*`, `NAME*` and `*` for all of the last part match it;
 * `NAME:*` wants a colon that is not there (log-encryption-recipes 1.3).
 */
export const logsContextTrailingStar = defineRule({
  id: 'logs-context-trailing-star',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['logs-context-trailing-star'],
  fixable: 'always',

  *check(context) {
    for (const { value, arn } of logsContextArns(context)) {
      if (/^log-group:[^:]+:\*$/.test(arn.resource)) {
        const meant = value.known.slice(0, -':*'.length);
        yield {
          span: value.span,
          message: l10n.t(
            'Expected "{0}" to be "{1}": the encryption context is the ARN of the log group without ":*", so the condition is never met.',
            value.known,
            meant,
          ),
          fixes: replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});
