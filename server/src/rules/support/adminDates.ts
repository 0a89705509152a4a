import { parsePolicyDate } from '../../policy/conditionValues.js';
import type { RuleContext } from '../rule.js';
import { adminPaths } from './adminPaths.js';
import { demandsKey, fixedValues, isSameKey, type LegalCondition } from './conditions.js';

/** The moment at which the last way of changing the key policy ends. */
export interface AdminEnd {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly condition: LegalCondition;
  readonly value: LegalCondition['values'][number] & { readonly known: string };
}

/** Undefined when some statement that lets somebody change the policy has no end. */
export function findAdminEnd(context: RuleContext): AdminEnd | undefined {
  const ends = adminPaths(context).map(({ conditions }) => earliest(conditions.flatMap((item) => endOf(item) ?? [])));
  const known = ends.flatMap((end) => end ?? []);
  return known.length < ends.length ? undefined : known.sort((a, b) => b.time - a.time)[0];
}

function earliest(ends: readonly AdminEnd[]): AdminEnd | undefined {
  return [...ends].sort((a, b) => a.time - b.time)[0];
}

/** One value of a list is enough, so that the latest counts. */
function endOf(condition: LegalCondition): AdminEnd | undefined {
  const { operator } = condition.parsed;
  const isTime = isSameKey(condition.keyName, 'aws:CurrentTime') || isSameKey(condition.keyName, 'aws:EpochTime');
  if (!isTime || !/^(Date|Numeric)LessThan/.test(operator.name) || !demandsKey(condition)) {
    return undefined;
  }
  const ends = [...fixedValues(condition.values)].flatMap((value) => {
    const time = parsePolicyDate(value.known);
    return time === undefined ? [] : [{ time, condition, value }];
  });
  return ends.length < condition.values.length ? undefined : ends.sort((a, b) => b.time - a.time)[0];
}
