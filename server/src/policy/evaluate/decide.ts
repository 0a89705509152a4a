import type { Condition, Policy, Statement } from '../model.js';
import { type CompiledStatement, compiledStatements } from './compiledPolicy.js';
import { isNamed } from './matchPrincipal.js';
import type { AccessRequest } from './request.js';
import { all, type Tri } from './tri.js';

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
   * `allowed` and `explicitDeny` speak of this one document; what grants, IAM and guardrails add is not in it (see
   * `simulate`). `unknown`: it depends on something that is not known.
   */
  readonly outcome: 'allowed' | 'explicitDeny' | 'implicitDeny' | 'unknown';
  /** The statements that decided, in document order. */
  readonly because: readonly StatementMatch[];
  readonly matches: readonly StatementMatch[];
}

/** Decides a request by one resource-based policy alone. An explicit Deny wins (kms-facts 1.7). Pure. */
export function decide(policy: Policy, request: AccessRequest): Decision {
  const matches = compiledStatements(policy).map((compiled) => matchStatement(compiled, request));
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

function matchStatement(compiled: CompiledStatement, request: AccessRequest): StatementMatch {
  const { statement } = compiled;
  const principal = isNamed(compiled.principal(request.principal));
  const action = compiled.action(request.action.toLowerCase());
  const resource = compiled.resource({ arn: request.resource }, request.context);
  const conditions =
    principal === 'no' || action === 'no'
      ? []
      : compiled.conditions.map(({ condition, matches }) => ({ condition, outcome: matches(request.context) }));
  const outcome = all(
    [principal, action, resource, ...conditions.map((condition) => condition.outcome)],
    (part) => part,
  );
  return {
    statement,
    outcome,
    principal,
    action,
    openConditions: conditions.filter((condition) => condition.outcome !== 'yes'),
  };
}
