import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { type LogsArnValue, logsArnsOf, logsContextArns } from './support/logsConditions.js';

/** For stored query results AWS documents `aws:SourceArn` and no encryption context: the reverse of a log group (T2). */
export const logsQueryResultGuard = defineRule({
  id: 'logs-query-result-guard',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['logs-query-result-guard'],
  fixable: 'sometimes',

  *check(context) {
    for (const found of logsContextArns(context)) {
      if (!isQueryResult(found)) {
        continue;
      }
      const { condition, value } = found;
      const values = [...logsArnsOf(condition)];
      const isAlone = values.length === condition.values.length && values.every(isQueryResult);
      yield {
        span: value.span,
        message: l10n.t(
          'Expected the query results "{0}" under "aws:SourceArn": AWS documents no encryption context for them.',
          value.known,
        ),
        fixes: isAlone ? renameKeyFix(context, condition, 'aws:SourceArn', { safe: false }) : [],
      };
    }
  },
});

function isQueryResult({ arn }: LogsArnValue): boolean {
  return /^query-result(?::|$)/.test(arn.resource);
}
