import type { Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { type ExpandedAction, expandedActions } from './actionResources.js';
import { isEveryKey } from './kmsResources.js';
import { resourceItems } from './resourceItems.js';

/** What turns ciphertext back into what it was, or hands it over to another key. */
const DECRYPTING: ReadonlySet<string> = new Set(['kms:Decrypt', 'kms:ReEncryptFrom']);

/** The entries of `Action` by which a statement allows decryption under every key of every account. */
export function decryptGrantsOf(context: RuleContext, statement: Statement): readonly ExpandedAction[] {
  if (statement.effect !== 'Allow' || statement.resource?.negated !== false) {
    return [];
  }
  return resourceItems(context, statement).some(isEveryKey)
    ? expandedActions(context, statement).filter(({ actions }) => actions.some(({ id }) => DECRYPTING.has(id)))
    : [];
}
