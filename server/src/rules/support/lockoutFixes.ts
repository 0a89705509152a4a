import * as l10n from '@vscode/l10n';
import type { PolicyString, Statement } from '../../policy/model.js';
import type { Fix, RuleContext } from '../rule.js';
import { removeItemFix } from './fixes.js';
import { listItems } from './listItems.js';
import { addCondition } from './statementEdits.js';
import { removeStatementFix } from './statementFixes.js';

/**
 * Ways out of a Deny that shuts everybody out: spare those whom settings declare, else take the denied action out of a
 * list that names it, else the statement.
 *
 * @param value the action that denies; undefined for `NotAction`
 * @param action the action that must stay possible
 */
export function lockoutFixes(
  context: RuleContext,
  statement: Statement,
  value: PolicyString | undefined,
  action: string,
): Fix[] {
  return [
    ...spareFix(context, statement),
    ...removeActionFix(context, statement, value, action),
    // Removing takes the other things away that the statement denies, which the title cannot say.
    ...removeStatementFix(context, statement).map((fix) => ({ ...fix, safe: false })),
  ];
}

function spareFix(context: RuleContext, statement: Statement): Fix[] {
  const { caller, breakGlass = [] } = context.facts;
  const spared = [...new Set([...(caller === undefined ? [] : [caller]), ...breakGlass])];
  const [first] = spared;
  const edits =
    first === undefined
      ? undefined
      : addCondition(context, statement, 'ArnNotEquals', 'aws:PrincipalArn', spared.length === 1 ? first : spared);
  return edits === undefined ? [] : [{ title: l10n.t('Spare {0}', spared.join(', ')), safe: false, edits }];
}

function removeActionFix(
  context: RuleContext,
  statement: Statement,
  value: PolicyString | undefined,
  action: string,
): Fix[] {
  const element = statement.action;
  if (element === undefined || value === undefined || value.known?.toLowerCase() !== action.toLowerCase()) {
    return [];
  }
  const item = listItems(statement, element).find((candidate) => candidate.value === value);
  return item?.isOneOfSeveral === true ? [removeItemFix(context, item.path, value.known, false)] : [];
}
