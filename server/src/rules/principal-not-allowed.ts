import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';

/** Policies that are attached to a principal, or to accounts, do not name one. */
export const principalNotAllowed = defineRule({
  id: 'principal-not-allowed',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['identity-policy', 'scp'],
  scope: 'statement',
  catalogue: ['principal-not-allowed'],
  peers: ['UNSUPPORTED_PRINCIPAL', 'E3510', 'invalid_principal', 'invalid_not_principal', 'not allowed'],
  fixable: 'always',

  *check({ policy, kind, source }) {
    for (const { node, path } of policy.statements) {
      for (const name of ['Principal', 'NotPrincipal']) {
        const entry = node.entries.findLast(({ key }) => key.value === name);
        if (entry === undefined) {
          continue;
        }
        yield {
          span: entry.key.span,
          message:
            kind === 'scp'
              ? l10n.t(
                  'Invalid element "{0}": a service control policy applies to the accounts it is attached to.',
                  name,
                )
              : l10n.t(
                  'Invalid element "{0}": an IAM policy applies to the user, group or role it is attached to.',
                  name,
                ),
          fixes: [
            {
              title: l10n.t('Remove "{0}"', name),
              // The author may have meant another kind of policy, or a narrower one.
              safe: false,
              edits: () => source.editor.remove([...path, name]),
            },
          ],
        };
      }
    }
  },
});
