import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { isGivenElsewhere } from './support/elsewhere.js';
import { statementsOfService } from './support/serviceStatements.js';
import { isUnfinished } from './support/unfinished.js';

/** What CloudWatch Logs needs to write into an encrypted bucket: log-encryption-recipes T6. */
const NEEDS: readonly string[] = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** A statement for CloudWatch Logs with the context of S3 is for export tasks, which make data keys and read them back. */
export const exportBucketKey = defineRule({
  id: 'export-bucket-key',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['export-bucket-key'],
  fixable: 'sometimes',

  *check(context) {
    const candidates = isUnfinished(context, context.policy.span) ? [] : select(context, isForExports);
    const found = candidates.length === 0 ? [] : statementsOfService(context, 'logs');
    for (const each of found.filter(({ statement }) => candidates.includes(statement))) {
      const { statement, first } = each;
      const missing = NEEDS.filter(
        (name) => coversAction(statement, name) === 'no' && !isGivenElsewhere(context.policy, statement, [name]),
      );
      if (missing.length > 0 && statement.action?.negated === false) {
        yield {
          span: statement.action.entry.key.span,
          message: l10n.t(
            'Incomplete actions for "{0}": an export to an encrypted bucket also needs {1}.',
            first.text,
            missing.map((name) => `"${name}"`).join(', '),
          ),
          fixes: addActionsFix(context, statement, missing),
        };
      }
    }
  },
});

/** Only objects in buckets are encrypted under this context. */
function isForExports(statement: Statement, context: RuleContext): boolean {
  return readLegalConditions(context, statement).some(
    (condition) => encryptionContextKeyOf(condition.keyName)?.toLowerCase() === 'aws:s3:arn' && demandsKey(condition),
  );
}
