import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { resourceItems } from './support/resourceItems.js';

/**
 * The ARN of a log group that CloudFormation gives ends in `:*` already; with a second one it covers the streams of the
 * group and no longer the group.
 */
export const logsSuffixDouble = defineRule({
  id: 'logs-suffix-double',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['identity-policy', 'logs-resource-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  scope: 'statement',
  catalogue: ['logs-suffix-double'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const { arn, text, value } of resourceItems(context, statement)) {
        // `log-group:*:*` is every group with its streams.
        if (arn?.service === 'logs' && /^log-group:[^:]+:\*:\*$/.test(arn.resource)) {
          const meant = text.slice(0, -':*'.length);
          yield {
            span: value.span,
            message: l10n.t(
              'Expected the resource "{0}" to be "{1}": with a second ":*" it covers the log streams and no longer the log group.',
              text,
              meant,
            ),
            fixes: replaceStringFix(context, value, meant, false),
          };
        }
      }
    }
  },
});
