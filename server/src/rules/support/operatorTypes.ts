import { findConditionKey } from '../../knowledge/conditionKeyLookup.js';
import { type ConditionOperator, operatorFitsType } from '../../knowledge/conditionOperators.js';
import type { ConditionValueType, ServiceReference } from '../../knowledge/serviceReference.js';

/** The types that a key's values may be compared as; empty when they are not known. */
export function typesOfKey(reference: ServiceReference, key: string): readonly ConditionValueType[] {
  const info = findConditionKey(reference, key);
  return info?.type === undefined ? [] : [info.type, ...(info.alsoTypes ?? [])];
}

/**
 * Whether an operator compares a key as something it is not. A Date compared as the number of its seconds, an ARN as
 * text and an ARN inside a String key are at home in AWS's own policies.
 */
export function isMisfit(operator: ConditionOperator, types: readonly ConditionValueType[]): boolean {
  if (types.length === 0) {
    return false;
  }
  const fit = operatorFitsType(operator, ...types);
  return fit === 'no' || (fit === 'usable' && operator.family === 'String');
}
