import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { isSameKey } from './support/conditions.js';
import { namedAccounts } from './support/principalKinds.js';
import { addConditionFix } from './support/sourceGuards.js';
import { isUnfinished } from './support/unfinished.js';

/** A Sid by which the author means the one root user: "OnlyRootUser", "Root user only", "Allow root user". */
const MEANS_ROOT_USER = /root[\s_-]*user|only[\s_-]*(?:the[\s_-]*)?root|root[\s_-]*(?:account[\s_-]*)?only/i;

/** The `root` ARN is the account with all that its IAM policies allow, not its root user (kms-facts section 2.a). */
export const keyRootMisread = defineRule({
  id: 'key-root-misread',
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['key-root-misread'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const { conditions, effect, sid } = statement;
      const root = namedAccounts(statement).find(({ value }) => value.known.endsWith(':root'));
      const isForRootUser = sid?.known !== undefined && MEANS_ROOT_USER.test(sid.known);
      const testsCaller = conditions.some(
        ({ key }) => key.known === undefined || isSameKey(key.known, 'aws:PrincipalArn'),
      );
      const isJudged = effect === 'Allow' && isForRootUser && !testsCaller && !isUnfinished(context, statement.span);
      if (root !== undefined && isJudged) {
        yield {
          span: root.value.span,
          message: l10n.t(
            'Misleading principal "{0}": it is not the root user but the whole account, with everyone whom its IAM policies allow.',
            root.value.known,
          ),
          fixes: rootUserFix(context, statement, root.value.known),
        };
      }
    }
  },
});

/** The root user is the one caller whose ARN ends so; offered where the statement is for that account alone. */
function rootUserFix(context: RuleContext, statement: Statement, arn: string): Fix[] {
  const isAlone = statement.principal?.principals.length === 1 && readAwsPrincipal(arn).kind === 'account';
  return isAlone
    ? addConditionFix(context, statement, 'StringEquals', 'aws:PrincipalArn', arn, () =>
        l10n.t('Allow only the root user of the account'),
      )
    : [];
}
