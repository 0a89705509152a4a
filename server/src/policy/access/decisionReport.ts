import type { DecisionReport, ReasonInfo } from '../../../../protocol/src/access.js';
import type { Reason, Verdict } from '../evaluate/simulation.js';
import { type Locate, toStatementInfo } from './reports.js';

/**
 * A verdict as plain data.
 *
 * @param locate where a step's spans stand in documents; undefined where a policy has none that the reader sees
 */
export function toDecisionReport(
  { decision, because, missing }: Verdict,
  locate: (reason: Reason) => Locate = () => () => undefined,
): DecisionReport {
  return { decision, because: because.map((reason) => toReasonInfo(reason, locate(reason))), missing };
}

function toReasonInfo(reason: Reason, locate: Locate): ReasonInfo {
  const { source, outcome, text, policyName, statement, conditions } = reason;
  return {
    source,
    outcome,
    text,
    ...(policyName !== undefined && { policy: policyName }),
    ...(statement !== undefined && { statement: toStatementInfo(statement, locate) }),
    ...(conditions !== undefined &&
      conditions.length > 0 && {
        conditions: conditions.map((condition) => {
          const range = locate(condition.span);
          const { operator, key } = condition;
          return { operator, key, outcome: condition.outcome, ...(range !== undefined && { range }) };
        }),
      }),
  };
}
