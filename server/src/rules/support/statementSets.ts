import { STATEMENT_ELEMENTS } from '../../knowledge/policyElements.js';
import { recall, select } from '../../policy/memo.js';
import type { Statement } from '../../policy/model.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import { isFinished } from './elements.js';
import { toPlainValue } from './plainValue.js';
import { principalIdentity } from './sameAudience.js';

/** What a statement says, as sets that can be compared: order, list or single value, and `Sid` are gone. */
export interface StatementSets {
  readonly statement: Statement;
  readonly effect: 'Allow' | 'Deny';
  /** Empty where the kind of policy names none. */
  readonly principals: ReadonlySet<string>;
  /** In lower case, as AWS compares them. */
  readonly actions: TextSet;
  readonly resources: TextSet;
  /** True when an element has its `Not` form, which is not compared but for being the same. */
  readonly isNegated: boolean;
  readonly isUnconditional: boolean;
  /** Equal for two statements that say the same. */
  readonly key: string;
}

export interface TextSet {
  readonly all: ReadonlySet<string>;
  /** Those with a wildcard. */
  readonly patterns: readonly string[];
}

const NAMES: ReadonlySet<string> = new Set(STATEMENT_ELEMENTS);

/**
 * The statements that can be compared: finished, and in the form that AWS takes, with nothing in them that is unknown
 * before deployment.
 */
export function comparableStatements(context: RuleContext): StatementSets[] {
  return recall(context.memo, context.policy, readComparable, context);
}

function readComparable(context: RuleContext): StatementSets[] {
  return select(context, isComparable).flatMap(
    (statement) => recall(context.memo, statement, readSets, statement) ?? [],
  );
}

function isComparable(statement: Statement, context: RuleContext): boolean {
  return isFinished(context, statement) && recall(context.memo, statement, readSets, statement) !== undefined;
}

function readSets(statement: Statement): StatementSets | undefined {
  const { effect, principal, action, resource } = statement;
  const plain = toPlainValue(statement.node);
  if (
    effect === undefined ||
    action === undefined ||
    !isRecord(plain) ||
    !Object.keys(plain).every((name) => NAMES.has(name))
  ) {
    return undefined;
  }
  const hasTwins = ['Action', 'Resource', 'Principal'].some((name) => name in plain && `Not${name}` in plain);
  const actions = texts(plain[action.negated ? 'NotAction' : 'Action'])?.map((text) => text.toLowerCase());
  const resources = resource === undefined ? [] : texts(plain[resource.negated ? 'NotResource' : 'Resource']);
  const principals = principal === undefined ? [] : readPrincipals(statement, plain);
  const conditions = 'Condition' in plain ? readConditions(plain['Condition']) : [];
  if (
    hasTwins ||
    actions === undefined ||
    resources === undefined ||
    principals === undefined ||
    conditions === undefined
  ) {
    return undefined;
  }
  const negations = [principal, action, resource].map((element) => element?.negated === true);
  return {
    statement,
    effect,
    principals: new Set(principals),
    actions: toTextSet(actions),
    resources: toTextSet(resources),
    isNegated: negations.includes(true),
    isUnconditional: conditions.length === 0,
    key: JSON.stringify([effect, negations, ...[principals, actions, resources, conditions].map(sortedSet)]),
  };
}

/** Undefined when the model left a value out, because AWS would not take it. */
function readPrincipals({ principal }: Statement, plain: Record<string, unknown>): string[] | undefined {
  const written = plain[principal?.negated === true ? 'NotPrincipal' : 'Principal'];
  const count = isRecord(written) ? Object.values(written).flat().length : 1;
  const names = principal?.principals.flatMap((item) => principalIdentity(item) ?? []) ?? [];
  return names.length === count && count > 0 ? names : undefined;
}

/** One text for each condition key under its operator; both are compared without case. */
function readConditions(block: unknown): string[] | undefined {
  if (!isRecord(block)) {
    return undefined;
  }
  const tests: string[] = [];
  for (const [operator, keys] of Object.entries(block)) {
    for (const [key, values] of Object.entries(isRecord(keys) ? keys : { '': undefined })) {
      const list = [values].flat();
      if (list.length === 0 || list.some((value) => typeof value === 'object' || value === undefined)) {
        return undefined;
      }
      tests.push(JSON.stringify([operator.toLowerCase(), key.toLowerCase(), ...sortedSet(list.map(String))]));
    }
  }
  return tests.length === 0 ? undefined : tests;
}

/** A string or a list of strings, as a list; undefined for anything else, and for an empty list. */
function texts(value: unknown): string[] | undefined {
  const list = [value].flat();
  const strings = list.filter((item) => typeof item === 'string');
  return strings.length === list.length && list.length > 0 ? strings : undefined;
}

function toTextSet(items: readonly string[]): TextSet {
  return { all: new Set(items), patterns: items.filter(hasWildcard) };
}

function sortedSet(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
