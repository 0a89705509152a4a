import { KMS_CRYPTOGRAPHIC_ACTIONS } from '../../knowledge/kmsActions.js';
import type { Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';

/** True when a statement lets its principals encrypt or decrypt, or make grants, and not only look at the key. */
export function allowsUse(statement: Statement): boolean {
  return [...KMS_CRYPTOGRAPHIC_ACTIONS, 'CreateGrant'].some((name) => coversAction(statement, `kms:${name}`) === 'yes');
}
