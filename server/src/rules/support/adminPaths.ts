import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { select } from '../../policy/memo.js';
import type { Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import type { RuleContext } from '../rule.js';
import { type LegalCondition, readLegalConditions } from './conditions.js';
import { readKeyAdmins } from './keyAdmins.js';
import { mayChangePolicy } from './principalAccounts.js';

/** One statement by which somebody may change the key policy. */
interface AdminPath {
  readonly statement: Statement;
  readonly conditions: readonly LegalCondition[];
}

/**
 * The statements that let an account, user or role change the key policy. Empty when the policy does not tell: see
 * `readKeyAdmins`; or when a condition of one of them cannot be judged.
 */
export function adminPaths(context: RuleContext): readonly AdminPath[] {
  if (readKeyAdmins(context) === undefined) {
    return [];
  }
  const paths = select(context, mayChangePolicy)
    .filter(
      (statement) =>
        coversAction(statement, POLICY_CHANGE_ACTION) === 'yes' &&
        statement.principal?.principals.some(({ type }) => type !== 'Service'),
    )
    .map((statement) => ({ statement, conditions: readLegalConditions(context, statement) }));
  return paths.every(({ statement, conditions }) => conditions.length === statement.conditions.length) ? paths : [];
}
