import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { bindToAccount } from './support/accountCondition.js';
import { PUBLIC_KINDS } from './support/kinds.js';
import { publicStatements } from './support/publicStatements.js';

/** A condition narrows `*` down only when it says who calls: how, when or for what, any account can arrange. */
export const publicWeakCondition = defineRule({
  id: 'public-weak-condition',
  defaultLevel: 'error',
  tags: ['security'],
  kinds: PUBLIC_KINDS,
  catalogue: ['public-weak-condition'],
  peers: ['CheckNoPublicAccess', 'kms-key-policy-no-public-access', 'missing_principal_condition'],
  fixable: 'sometimes',

  *check(context) {
    const { kind } = context;
    for (const { statement, everyone, exposure } of publicStatements(context)) {
      if (exposure === 'weak') {
        const keys = [...new Set(statement.conditions.map(({ key }) => key.known ?? ''))];
        yield {
          span: everyone.value.span,
          ...(kind !== 'key-policy' && { level: 'warning' }),
          message: l10n.t(
            'Public principal "{0}": callers of every AWS account can satisfy the condition on {1}.',
            '*',
            keys.join(', '),
          ),
          related: statement.conditions.map(({ key }) => ({
            span: key.span,
            message: l10n.t('This does not say who calls.'),
          })),
          fixes: kind === 'key-policy' ? bindToAccount(context, statement) : [],
        };
      }
    }
  },
});
