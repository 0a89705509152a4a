import {
  type CallerConditionKey,
  findCallerConditionKey,
  isOpenToEveryCaller,
  isServiceExemptionKey,
} from '../knowledge/callerConditionKeys.js';
import { parseConditionOperator } from '../knowledge/conditionOperators.js';
import { findEntry } from '../source/sourceNode.js';
import { parseArn } from './arn.js';
import type { Condition, ListElement, Policy, Principal, PrincipalElement, Statement } from './model.js';
import { hasPolicyVariable, hasTemplatePart } from './placeholders.js';
import { matchesWildcard } from './wildcard.js';

/**
 * Who a statement's conditions leave: `everyone` when there is none, `weak` when every one of them can be satisfied from
 * any account, `bound` when one ties the caller down, or cannot be judged.
 */
export type Exposure = 'everyone' | 'weak' | 'bound';

/** The principal by which a statement names everyone: `"*"`, or `*` under `AWS`. */
export function findEveryone(element: PrincipalElement | undefined): Principal | undefined {
  return element?.principals.find(({ type, value }) => (type === '*' || type === 'AWS') && value.known === '*');
}

/**
 * Judges the conditions of an Allow together with the guards of its policy.
 *
 * @param guards what `findGuards` found in the policy of the statement
 */
export function readExposure(statement: Statement, guards: readonly Statement[]): Exposure {
  const { conditions, node } = statement;
  const block = findEntry(node, 'Condition');
  if (
    block !== undefined &&
    (block.value?.kind !== 'mapping' || (block.value.entries.length > 0 && conditions.length === 0))
  ) {
    return 'bound';
  }
  if (
    !conditions.every(isOpen) ||
    guards.some((guard) => covers(guard.action, statement.action) && covers(guard.resource, statement.resource))
  ) {
    return 'bound';
  }
  return conditions.length === 0 ? 'everyone' : 'weak';
}

/**
 * The Deny statements that keep all but some callers out: "deny unless the account is mine". Other conditions of theirs
 * may only leave AWS services out.
 */
export function findGuards({ statements }: Policy): Statement[] {
  return statements.filter(({ effect, principal, conditions }) => {
    if (effect !== 'Deny' || principal?.negated !== false || findEveryone(principal) === undefined) {
      return false;
    }
    const isTied = conditions.some(tiesByDenying);
    return isTied && conditions.every((item) => tiesByDenying(item) || isServiceExemptionKey(item.key.known ?? ''));
  });
}

/** True when callers of every account can satisfy the condition, for certain. */
function isOpen(condition: Condition): boolean {
  const key = condition.key.known ?? '';
  const callerKey = findCallerConditionKey(key);
  return callerKey === undefined ? isOpenToEveryCaller(key) : isOpenOn(callerKey, condition);
}

function isOpenOn(key: CallerConditionKey, { operator, values }: Condition): boolean {
  const parsed = parseConditionOperator(operator.known ?? '');
  if (parsed === undefined || parsed.illegal !== undefined || values.length === 0) {
    return false;
  }
  const { family, negated, wildcards } = parsed.operator;
  if (family === 'Null') {
    return true;
  }
  if (!['String', 'Arn', 'IpAddress'].includes(family)) {
    return false;
  }
  const letsAbsentPass = parsed.ifExists || parsed.setOperator === 'ForAllValues';
  if (negated || (letsAbsentPass && key.mayBeAbsent)) {
    return true;
  }
  return values.some(({ known }) => known !== undefined && isWide(key, known, wildcards));
}

/** True for a value that callers of every account can match. */
function isWide({ form }: CallerConditionKey, value: string, wildcards: boolean): boolean {
  if (form !== 'ip' && !wildcards) {
    return false;
  }
  if (hasPolicyVariable(value) || hasTemplatePart(value)) {
    return false;
  }
  switch (form) {
    case 'ip':
      return value.endsWith('/0');
    case 'account':
    case 'name':
      return /^[*?]+$/.test(value);
    case 'organization':
      return /^(?:o-?)?[*?]/.test(value);
    case 'network':
      return /^(?:vpce?-?)?[*?]+$/.test(value);
    case 'arn':
      return isWideArn(value);
  }
}

/** An ARN that leaves the account open, and the resource too where ARNs of the service have no account. */
function isWideArn(value: string): boolean {
  const arn = parseArn(value);
  if (arn === undefined) {
    return /^[*?:]+$/.test(value) || (value.includes('*') && !/\d{6}/.test(value) && /^(?:arn:|\*)/.test(value));
  }
  const isOpenAccount = arn.account === '' || /^[*?]+$/.test(arn.account);
  const isOpenResource = /^[*?]/.test(arn.resource);
  const hasAccount = arn.service !== 's3' && arn.account !== '';
  return isOpenAccount && (hasAccount || isOpenResource);
}

function tiesByDenying({ operator, key, values }: Condition): boolean {
  const parsed = parseConditionOperator(operator.known ?? '');
  const callerKey = findCallerConditionKey(key.known ?? '');
  if (parsed === undefined || callerKey === undefined || !parsed.operator.negated) {
    return false;
  }
  return !values.some(({ known }) => known !== undefined && isWide(callerKey, known, parsed.operator.wildcards));
}

function covers(wide: ListElement | undefined, narrow: ListElement | undefined): boolean {
  if (wide === undefined || wide.negated) {
    return false;
  }
  const patterns = wide.values.flatMap(({ known }) => (known === undefined ? [] : [known.toLowerCase()]));
  if (patterns.includes('*')) {
    return true;
  }
  return (
    narrow !== undefined &&
    !narrow.negated &&
    narrow.values.every(({ known }) => patterns.some((pattern) => matchesWildcard(pattern, known?.toLowerCase() ?? '')))
  );
}
