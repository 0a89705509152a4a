import { findCallerConditionKey } from '../../knowledge/callerConditionKeys.js';
import { encryptionContextKeyOf, kmsConditionKeyApplies } from '../../knowledge/kmsConditionKeys.js';
import { SOURCE_CONDITION_KEYS } from '../../knowledge/serviceSources.js';
import type { Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { demandsKey, isSameKey, type LegalCondition, readLegalConditions } from './conditions.js';
import { listKmsActions } from './deadActions.js';

/** A key that says who calls, or for whom, and that requests of some callers lack. */
export function isAbsentForSome(key: string): boolean {
  return findCallerConditionKey(key)?.mayBeAbsent === true || /^aws:PrincipalTag\//i.test(key);
}

/** A key by which a service says for whom it acts. */
export function isSourceKey(key: string): boolean {
  return SOURCE_CONDITION_KEYS.some((name) => isSameKey(name, key));
}

/** Encryption context, where every action of the statement can carry one: then its absence is the caller's choice. */
export function isOptionalContext(context: RuleContext, statement: Statement, key: string): boolean {
  const listed = listKmsActions(context, statement);
  return (
    encryptionContextKeyOf(key) !== undefined &&
    listed.length > 0 &&
    listed.length === statement.action?.values.length &&
    listed.every(({ actions }) => actions.every(({ name }) => kmsConditionKeyApplies(key, name) === true))
  );
}

/**
 * The conditions of an Allow when a request that carries none of their keys passes them all: nothing but negated tests
 * and `IfExists`. Undefined when one of them demands its key, or cannot be judged.
 */
export function conditionsThatAbsencePasses(
  context: RuleContext,
  statement: Statement,
): readonly LegalCondition[] | undefined {
  const conditions = readLegalConditions(context, statement);
  if (statement.effect !== 'Allow' || conditions.length < statement.conditions.length) {
    return undefined;
  }
  return conditions.some(demandsKey) ? undefined : conditions;
}
