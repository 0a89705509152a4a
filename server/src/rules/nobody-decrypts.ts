import * as l10n from '@vscode/l10n';
import { matchAction } from '../policy/evaluate/matchText.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { addActionsFix } from './support/actionEdits.js';
import { isWholeStory, mayAllow } from './support/keyUsers.js';

const DECRYPT = 'kms:Decrypt';
const ENCRYPTING = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'];

/** What is encrypted and can be decrypted by nobody is lost. */
export const nobodyDecrypts = defineRule({
  id: 'nobody-decrypts',
  defaultLevel: 'warning',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['nobody-decrypts'],
  fixable: 'sometimes',

  *check(context) {
    // ReEncryptFrom decrypts inside of KMS, for another key.
    if (!isWholeStory(context) || mayAllow(context, DECRYPT, 'kms:ReEncryptFrom')) {
      return;
    }
    for (const statement of context.policy.statements) {
      const action = ENCRYPTING.find((name) => coversAction(statement, name) === 'yes');
      const value = statement.action?.values.find(
        (item) => action !== undefined && matchAction(item, action) === 'yes',
      );
      if (statement.effect === 'Allow' && value !== undefined) {
        yield {
          span: value.span,
          message: l10n.t(
            'Missing permission "{0}": the policy allows "{1}" and lets nobody decrypt, neither itself nor through IAM policies.',
            DECRYPT,
            value.known ?? '',
          ),
          fixes: addActionsFix(context, statement, [DECRYPT]),
        };
        return;
      }
    }
  },
});
