import * as l10n from '@vscode/l10n';
import { KEY_CONTROL_ACTIONS } from '../knowledge/keyControl.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { namedIdentities } from './support/principalKinds.js';

const USE = 'kms:Decrypt';

/** Separation of duties: who decides over a key does not read what it protects (kms-facts section 3.b). */
export const keyAdminAndUserSame = defineRule({
  id: 'key-admin-and-user-same',
  defaultLevel: 'off',
  tags: ['security'],
  kinds: ['key-policy'],
  catalogue: ['key-admin-and-user-same'],
  fixable: 'never',

  *check({ policy }) {
    const allows = policy.statements.filter(({ effect }) => effect === 'Allow');
    const administers = new Map<string, string>();
    for (const statement of allows) {
      const control = KEY_CONTROL_ACTIONS.find((name) => coversAction(statement, name) === 'yes');
      for (const { value } of control === undefined ? [] : namedIdentities(statement)) {
        administers.set(value.known, control ?? '');
      }
    }
    for (const statement of allows) {
      for (const { value } of coversAction(statement, USE) === 'yes' ? namedIdentities(statement) : []) {
        const control = administers.get(value.known);
        if (control !== undefined) {
          administers.delete(value.known); // one finding for each
          yield {
            span: value.span,
            message: l10n.t(
              'Undivided duties of "{0}": it may both administer the key, with "{1}", and use it, with "{2}".',
              value.known,
              control,
              USE,
            ),
          };
        }
      }
    }
  },
});
