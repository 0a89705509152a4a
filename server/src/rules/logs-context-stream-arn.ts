import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { logsContextArns } from './support/logsConditions.js';

/** Log groups are encrypted as a whole: the encryption context never names a stream. */
export const logsContextStreamArn = defineRule({
  id: 'logs-context-stream-arn',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['logs-context-stream-arn'],
  fixable: 'always',

  *check(context) {
    for (const { value, arn } of logsContextArns(context)) {
      const group = /^(log-group:[^:]+):log-stream(?::|$)/.exec(arn.resource)?.[1];
      if (group !== undefined) {
        const meant = value.known.slice(0, value.known.length - arn.resource.length) + group;
        yield {
          span: value.span,
          message: l10n.t(
            'Expected "{0}" to be "{1}": the encryption context is the ARN of the log group, never of a log stream.',
            value.known,
            meant,
          ),
          fixes: replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});
