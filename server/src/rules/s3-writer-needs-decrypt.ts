import * as l10n from '@vscode/l10n';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { isGivenElsewhere } from './support/elsewhere.js';
import { isUnfinished } from './support/unfinished.js';
import { demandedViaServices } from './support/viaService.js';

const DECRYPT = 'kms:Decrypt';

/** S3 decrypts the parts of a multipart upload to put them together, and larger files come in parts unasked. */
export const s3WriterNeedsDecrypt = defineRule({
  id: 's3-writer-needs-decrypt',
  defaultLevel: 'info',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['s3-writer-needs-decrypt'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const statement of isUnfinished(context, policy.span) ? [] : select(context, onlyWrites)) {
      if (statement.action !== undefined && !isGivenElsewhere(policy, statement, [DECRYPT])) {
        yield {
          span: statement.action.entry.key.span,
          message: l10n.t(
            'Incomplete permissions for writing to S3: without "{0}" uploads in several parts fail, and tools split larger files unasked.',
            DECRYPT,
          ),
          fixes: addActionsFix(context, statement, [DECRYPT]),
        };
      }
    }
  },
});

function onlyWrites(statement: Statement, context: RuleContext): boolean {
  const { effect, action } = statement;
  return (
    effect === 'Allow' &&
    action?.negated === false &&
    coversAction(statement, 'kms:GenerateDataKey') === 'yes' &&
    coversAction(statement, DECRYPT) === 'no' &&
    demandedViaServices(context, statement)?.every(({ prefix }) => prefix === 's3') === true
  );
}
