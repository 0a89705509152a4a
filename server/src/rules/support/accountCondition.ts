import * as l10n from '@vscode/l10n';
import type { Statement } from '../../policy/model.js';
import type { Fix, RuleContext } from '../rule.js';
import { ownerAccount } from './owner.js';
import { addCondition } from './statementEdits.js';

/**
 * Narrows a statement of a key policy down to the callers of one account. Offered only when settings name the account
 * or the policy names exactly one, since a guessed one would let strangers in and keep the owner out.
 */
export function bindToAccount(context: RuleContext, statement: Statement): Fix[] {
  const account = ownerAccount(context);
  const edits =
    account === undefined ? undefined : addCondition(context, statement, 'StringEquals', 'kms:CallerAccount', account);
  return account === undefined || edits === undefined
    ? []
    : [{ title: l10n.t('Allow only callers of the account {0}', account), safe: false, edits }];
}
