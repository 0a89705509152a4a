import type { Condition, ListElement, Policy, Statement } from '../model.js';
import { type ConditionMatcher, conditionMatcher } from './matchCondition.js';
import { type PrincipalMatcher, principalMatcher } from './matchPrincipal.js';
import { type RequestResource, resourceMatcher } from './matchResource.js';
import { actionMatcher } from './matchText.js';
import type { RequestContext } from './request.js';
import { any, not, type Tri } from './tri.js';

/** A statement with its tests made ready: a policy is asked often, and read once. */
export interface CompiledStatement {
  readonly statement: Statement;
  readonly principal: PrincipalMatcher;
  readonly action: (lowerCaseAction: string) => Tri;
  readonly resource: (resource: RequestResource, context: RequestContext) => Tri;
  readonly conditions: readonly CompiledCondition[];
}

export interface CompiledCondition {
  readonly condition: Condition;
  readonly matches: ConditionMatcher;
}

const COMPILED = new WeakMap<Policy, readonly CompiledStatement[]>();

/** The statements of a policy, in document order, ready to be asked; remembered for as long as the policy lives. */
export function compiledStatements(policy: Policy): readonly CompiledStatement[] {
  let compiled = COMPILED.get(policy);
  if (compiled === undefined) {
    compiled = compilePolicy(policy);
    COMPILED.set(policy, compiled);
  }
  return compiled;
}

/**
 * The same without the memory. Thousands of policies that live for one request cost the garbage collector more than
 * compiling them: whoever has such policies keeps the result himself (`NamedPolicy.statements`).
 */
export function compilePolicy(policy: Policy): readonly CompiledStatement[] {
  const replacesVariables = hasVariables(policy);
  return policy.statements.map((statement) => compileStatement(statement, replacesVariables));
}

/** Only version 2012-10-17 has variables; no version is the older one (kms-facts section 2). */
export function hasVariables({ version }: Policy): boolean {
  return version !== undefined && (version.known === undefined || version.known === '2012-10-17');
}

/** A statement without `Action` or `Resource` has no effect: KMS kept such statements, and now refuses them. */
function compileStatement(statement: Statement, replacesVariables: boolean): CompiledStatement {
  const actions = statement.action?.values.map(actionMatcher) ?? [];
  const resources = statement.resource?.values.map((value) => resourceMatcher(value, replacesVariables)) ?? [];
  return {
    statement,
    principal: principalMatcher(statement.principal),
    action: (action) => inList(statement.action, () => any(actions, (matches) => matches(action))),
    resource: (resource, context) =>
      inList(statement.resource, () => any(resources, (matches) => matches(resource, context))),
    conditions: statement.conditions.map((condition) => ({
      condition,
      matches: conditionMatcher(condition, replacesVariables),
    })),
  };
}

function inList(element: ListElement | undefined, isListed: () => Tri): Tri {
  if (element === undefined) {
    return 'no';
  }
  return element.negated ? not(isListed()) : isListed();
}
