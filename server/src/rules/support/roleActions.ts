import { parseArn } from '../../policy/arn.js';
import type { Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { isEscalation } from './escalations.js';
import { type AllowedAction, isEveryAction, isUnlimited, unconditionalActions } from './unlimitedActions.js';

/**
 * The entries that allow an action of IAM on every role: `*`, `role/*` of an account, or all but some. Of `*` as an
 * action and of patterns such as `iam:*` that give every permission other rules speak.
 */
export function* openRoleActions(context: RuleContext, id: string): Generator<AllowedAction> {
  for (const item of unconditionalActions(context)) {
    if (item.ids.includes(id) && !isEveryAction(item.text) && isEveryRole(item.statement)) {
      // By itself the action never escalates; in a pattern it may stand beside one that does.
      if (item.ids.length === 1 || !isEscalation(context, item)) {
        yield item;
      }
    }
  }
}

function isEveryRole(statement: Statement): boolean {
  const { resource } = statement;
  return (
    isUnlimited(statement) ||
    resource?.negated === true ||
    resource?.values.some(({ known }) => known !== undefined && isOpenRoleArn(known)) === true
  );
}

function isOpenRoleArn(text: string): boolean {
  const arn = parseArn(text);
  return arn?.service === 'iam' && /^(?:role\/)?\*+$/.test(arn.resource);
}
