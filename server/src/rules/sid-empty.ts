import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';

/** An empty `Sid` names nothing; without it the statement says the same. */
export const sidEmpty = defineRule({
  id: 'sid-empty',
  defaultLevel: 'info',
  tags: ['style'],
  scope: 'statement',
  catalogue: ['sid-empty'],
  peers: ['EMPTY_SID_VALUE'],
  fixable: 'always',

  *check({ policy, source }) {
    for (const { sid, path } of policy.statements) {
      if (sid?.known === '') {
        yield {
          span: sid.span,
          message: l10n.t('Empty statement ID: give the statement a name, or leave "Sid" out.'),
          fixes: [
            { title: l10n.t('Remove "{0}"', 'Sid'), safe: true, edits: () => source.editor.remove([...path, 'Sid']) },
          ],
        };
      }
    }
  },
});
