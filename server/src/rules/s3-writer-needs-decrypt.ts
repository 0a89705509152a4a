import * as l10n from '@vscode/l10n';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
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
    for (const statement of isUnfinished(context, policy.span) ? [] : policy.statements) {
      const isForS3 = demandedViaServices(context, statement)?.every(({ prefix }) => prefix === 's3') === true;
      if (statement.effect !== 'Allow' || !isForS3 || statement.action?.negated !== false) {
        continue;
      }
      const isWriter = coversAction(statement, 'kms:GenerateDataKey') === 'yes';
      if (isWriter && coversAction(statement, DECRYPT) === 'no' && !isGivenElsewhere(policy, statement, [DECRYPT])) {
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
