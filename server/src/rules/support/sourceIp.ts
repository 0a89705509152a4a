import { type IpRange, parseIpRange } from '../../policy/ipRange.js';
import type { PolicyString } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import { fixedValues, isSameKey, type LegalCondition, listLegalConditions } from './conditions.js';

/** A range of addresses that a condition compares with. */
export interface IpValue {
  readonly value: PolicyString & { readonly known: string };
  readonly range: IpRange;
}

/** The conditions on a key that compare IP addresses, with the ranges among their values. */
export function* ipConditions(
  context: RuleContext,
  isWanted: (key: string) => boolean = () => true,
): Generator<{ readonly condition: LegalCondition; readonly ranges: readonly IpValue[] }> {
  for (const condition of listLegalConditions(context)) {
    if (condition.parsed.operator.family === 'IpAddress' && isWanted(condition.keyName)) {
      const ranges = [...fixedValues(condition.values)].flatMap((value) => {
        const range = parseIpRange(value.known);
        return range === undefined ? [] : [{ value, range }];
      });
      yield { condition, ranges };
    }
  }
}

/** True for `aws:SourceIp`, the address from which a request comes over the internet. */
export function isSourceIp(key: string): boolean {
  return isSameKey(key, 'aws:SourceIp');
}
