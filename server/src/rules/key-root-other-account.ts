import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { foreignAdmins } from './support/principalAccounts.js';
import { isUnfinished } from './support/unfinished.js';

/** The statement for the account names another account, as in a policy copied from an example. */
export const keyRootOtherAccount = defineRule({
  id: 'key-root-other-account',
  defaultLevel: 'error',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['key-root-other-account'],
  fixable: 'always',

  *check(context) {
    const { account } = context.facts;
    if (account === undefined || isUnfinished(context, context.policy.span)) {
      return;
    }
    for (const { value } of foreignAdmins(context)) {
      const text = value.known ?? '';
      const arn = parseArn(text);
      const own = arn === undefined ? account : `arn:${arn.partition}:iam::${account}:root`;
      yield {
        span: value.span,
        message: l10n.t(
          'Expected "{0}" to be "{1}": the key belongs to account {2}, and no other account can change its policy.',
          text,
          own,
          account,
        ),
        fixes: replaceStringFix(context, value, own, false),
      };
    }
  },
});
