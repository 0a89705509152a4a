import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { findEveryone } from '../policy/exposure.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { coversStatement } from '../policy/statementCover.js';
import { findEntry } from '../source/sourceNode.js';
import { defineRule, type RuleContext } from './rule.js';
import { finishedStatements, isFinished } from './support/elements.js';

/** An explicit Deny wins over every Allow, so an Allow that it covers gives nothing. */
export const allowShadowed = defineRule({
  id: 'allow-shadowed',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['key-policy', 'identity-policy', 'bucket-policy'],
  catalogue: ['allow-shadowed'],
  fixable: 'sometimes',

  *check(context) {
    const denies = select(context, isUnconditionalDeny).filter(
      (statement) => isFinished(context, statement) && !locksOut(context, statement),
    );
    for (const statement of denies.length === 0 ? [] : finishedStatements(context)) {
      const { effect, node, path } = statement;
      const deny = effect === 'Allow' ? denies.find((item) => coversStatement(item, statement)) : undefined;
      const value = findEntry(node, 'Effect')?.value;
      if (deny === undefined || value === undefined) {
        continue;
      }
      const list = context.policy.statementEntry?.value;
      yield {
        span: value.span,
        message: l10n.t(
          'Ineffective "{0}": statement {1} denies all of it without a condition, and an explicit Deny wins.',
          'Allow',
          deny.sid?.known === undefined ? deny.index + 1 : `"${deny.sid.known}"`,
        ),
        related: [
          { span: findEntry(deny.node, 'Effect')?.value?.span ?? deny.span, message: l10n.t('This Deny wins.') },
        ],
        fixes:
          list?.kind === 'sequence' && list.items.length > 1
            ? [
                {
                  title: l10n.t('Remove the statement'),
                  safe: false,
                  edits: () => context.source.editor.remove(path),
                },
              ]
            : [],
      };
    }
  },
});

function isUnconditionalDeny({ effect, node }: Statement): boolean {
  return effect === 'Deny' && findEntry(node, 'Condition') === undefined;
}

/** A Deny that shuts everybody out of the key is one mistake, and lockout-deny-self reports it. */
function locksOut({ kind }: RuleContext, statement: Statement): boolean {
  const isForAccount =
    findEveryone(statement.principal) !== undefined ||
    statement.principal?.principals.some(({ value }) => readAwsPrincipal(value.known ?? '').kind === 'account') ===
      true;
  return kind === 'key-policy' && isForAccount && coversAction(statement, POLICY_CHANGE_ACTION) !== 'no';
}
