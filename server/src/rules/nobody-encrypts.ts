import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { accountStatementFix } from './support/keyAdmins.js';
import { isWholeStory, KEY_USES, mayAllow } from './support/keyUsers.js';

/** A key that is administered and that nobody may use. */
export const nobodyEncrypts = defineRule({
  id: 'nobody-encrypts',
  defaultLevel: 'info',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['nobody-encrypts'],
  fixable: 'sometimes',

  *check(context) {
    const { statementEntry } = context.policy;
    if (statementEntry === undefined || !isWholeStory(context) || mayAllow(context, ...KEY_USES)) {
      return;
    }
    if (mayAllow(context, 'kms:PutKeyPolicy')) {
      yield {
        span: statementEntry.key.span,
        message: l10n.t(
          'Unused key: the policy lets principals manage the key, and nobody use it, neither itself nor through IAM policies.',
        ),
        fixes: accountStatementFix(context),
      };
    }
  },
});
