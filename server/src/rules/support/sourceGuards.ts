import * as l10n from '@vscode/l10n';
import { isOpenToEveryCaller } from '../../knowledge/callerConditionKeys.js';
import { findGlobalConditionKey } from '../../knowledge/globalConditionKeys.js';
import { encryptionContextKeyOf } from '../../knowledge/kmsConditionKeys.js';
import { SOURCE_CONDITION_KEYS } from '../../knowledge/serviceSources.js';
import type { Condition, Statement } from '../../policy/model.js';
import { findEntry } from '../../source/sourceNode.js';
import type { Fix, RuleContext } from '../rule.js';
import { isSameKey } from './conditions.js';
import { mentions } from './elements.js';
import { ownerAccount } from './owner.js';
import { addCondition } from './statementEdits.js';

/**
 * True when nothing in a statement says for whom a service may act: no source key, no encryption context. A condition
 * that cannot be judged, or that shuts services out altogether (another rule says so), counts as a guard.
 */
export function isUnguarded({ conditions, node }: Statement): boolean {
  const block = findEntry(node, 'Condition');
  if (block === undefined) {
    return !mentions(node, 'statement', 'Condition');
  }
  if (block.value?.kind !== 'mapping' || (block.value.entries.length > 0 && conditions.length === 0)) {
    return false;
  }
  return conditions.every(saysNothingOfSource);
}

function saysNothingOfSource({ key, values }: Condition): boolean {
  const name = key.known ?? '';
  const isGuard =
    SOURCE_CONDITION_KEYS.some((guard) => isSameKey(guard, name)) || encryptionContextKeyOf(name) !== undefined;
  if (isGuard) {
    return values.length > 0 && values.every(({ known }) => known !== undefined && /^\*+$/.test(known));
  }
  const shutsServicesOut = isSameKey(name, 'kms:ViaService') || findGlobalConditionKey(name)?.inServiceCalls === 'no';
  return isOpenToEveryCaller(name) && !shutsServicesOut && !isSameKey(name, 'kms:EncryptionContextKeys');
}

/** Ties a statement's services to one account; offered only when the account can be told. */
export function bindToSourceAccount(
  context: RuleContext,
  statement: Statement,
  account: string | undefined = ownerAccount(context),
): Fix[] {
  return account === undefined
    ? []
    : addConditionFix(context, statement, 'StringEquals', 'aws:SourceAccount', account, (value) =>
        l10n.t('Allow only on behalf of the account {0}', value),
      );
}

/** A fix that adds one condition; none where the statement has no room for it. */
export function addConditionFix(
  context: RuleContext,
  statement: Statement,
  operator: string,
  key: string,
  value: string,
  title: (value: string) => string,
): Fix[] {
  const edits = addCondition(context, statement, operator, key, value);
  return edits === undefined ? [] : [{ title: title(value), safe: false, edits }];
}
