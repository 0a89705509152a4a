import { matchesArn } from '../arn.js';
import type { Condition, ListElement, Policy, Statement } from '../model.js';
import { matchCondition } from './matchCondition.js';
import { matchPrincipal } from './matchPrincipal.js';
import { matchAction, matchText } from './matchText.js';
import type { AccessRequest } from './request.js';
import { all, any, not, type Tri } from './tri.js';

/** How one statement stands to a request. */
export interface StatementMatch {
  readonly statement: Statement;
  readonly outcome: Tri;
  readonly principal: Tri;
  readonly action: Tri;
  /** Conditions that are not met, or not known to be; asked only when principal and action match. */
  readonly openConditions: readonly { readonly condition: Condition; readonly outcome: Tri }[];
}

export interface Decision {
  /**
   * `allowed` and `explicitDeny` speak of this one document; what grants, IAM and guardrails add is not in it.
   * `unknown`: it depends on something that is not known.
   */
  readonly outcome: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'unknown';
  /** The statements that decided, in document order. */
  readonly because: readonly StatementMatch[];
  readonly matches: readonly StatementMatch[];
}

/** Decides a request by one resource-based policy alone. An explicit Deny wins (kms-facts 1.7). Pure. */
export function decide(policy: Policy, request: AccessRequest): Decision {
  const matches = policy.statements.map((statement) => matchStatement(statement, request));
  const select = (effect: 'Allow' | 'Deny', outcome: Tri) =>
    matches.filter((match) => match.statement.effect === effect && match.outcome === outcome);

  const denied = select('Deny', 'yes');
  if (denied.length > 0) {
    return { outcome: 'explicitDeny', because: denied, matches };
  }
  const allowed = select('Allow', 'yes');
  const maybeDenied = select('Deny', 'unknown');
  if (allowed.length > 0 && maybeDenied.length === 0) {
    return { outcome: 'allowed', because: allowed, matches };
  }
  const maybeAllowed = select('Allow', 'unknown');
  if (allowed.length + maybeAllowed.length > 0) {
    return { outcome: 'unknown', because: [...maybeDenied, ...maybeAllowed], matches };
  }
  return { outcome: 'implicitDeny', because: [], matches };
}

function matchStatement(statement: Statement, request: AccessRequest): StatementMatch {
  const principal = matchPrincipal(statement.principal, request.principal);
  const action = matchList(statement.action, (value) => matchAction(value, request.action));
  const resource = matchList(statement.resource, (value) =>
    matchText(value, (text) => text === '*' || matchesArn(text, request.resource)),
  );
  const basic = all([principal, action, resource], (part) => part);
  const conditions =
    principal === 'no' || action === 'no'
      ? []
      : statement.conditions.map((condition) => ({ condition, outcome: matchCondition(condition, request.context) }));
  const outcome = all([basic, ...conditions.map((condition) => condition.outcome)], (part) => part);
  return {
    statement,
    outcome,
    principal,
    action,
    openConditions: conditions.filter((condition) => condition.outcome !== 'yes'),
  };
}

/** A statement without the element matches nothing: KMS kept such statements without effect, and now refuses them. */
function matchList(element: ListElement | undefined, test: (value: ListElement['values'][number]) => Tri): Tri {
  if (element === undefined) {
    return 'no';
  }
  const listed = any(element.values, test);
  return element.negated ? not(listed) : listed;
}
