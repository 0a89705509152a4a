import * as l10n from '@vscode/l10n';
import { NON_PUBLIC_RANGES } from '../knowledge/ipRanges.js';
import { containsIp, parseIpRange } from '../policy/ipRange.js';
import { defineRule, type Finding, type Fix, type RuleContext } from './rule.js';
import type { LegalCondition } from './support/conditions.js';
import { removeItemFix } from './support/fixes.js';
import { type IpValue, ipConditions, isSourceIp } from './support/sourceIp.js';

const NON_PUBLIC = NON_PUBLIC_RANGES.flatMap((text) => parseIpRange(text) ?? []);

/** `aws:SourceIp` is the public address of the caller, and absent in requests through a VPC endpoint. */
export const condIpPrivate = defineRule({
  id: 'cond-ip-private',
  defaultLevel: 'error',
  tags: ['correctness', 'security'],
  scope: 'statement',
  catalogue: ['cond-ip-private'],
  peers: ['PRIVATE_IP_ADDRESS', 'PRIVATE_NOT_IP_ADDRESS'],
  fixable: 'sometimes',

  *check(context) {
    for (const { condition, ranges } of ipConditions(context, isSourceIp)) {
      const idle = ranges.filter(({ range }) => NON_PUBLIC.some((outer) => containsIp(outer, range)));
      const areAll = idle.length === condition.values.length;
      for (const item of areAll ? idle.slice(0, 1) : idle) {
        yield toFinding(context, condition, item, areAll);
      }
    }
  },
});

function toFinding(context: RuleContext, condition: LegalCondition, { value }: IpValue, areAll: boolean): Finding {
  return {
    span: value.span,
    ...(!areAll && { level: 'warning' as const }),
    message: areAll
      ? l10n.t(
          'Private address "{0}": "{1}" is the public address of the caller, so no request matches. Test "{2}" together with "{3}".',
          value.known,
          condition.keyName,
          'aws:VpcSourceIp',
          'aws:SourceVpc',
        )
      : l10n.t(
          'Private address "{0}": "{1}" is the public address of the caller, so no request matches this value.',
          value.known,
          condition.keyName,
        ),
    fixes: areAll ? [] : removeFix(context, condition, value),
  };
}

function removeFix(context: RuleContext, { keyEntry, path }: LegalCondition, { node, known }: IpValue['value']): Fix[] {
  const list = keyEntry.value;
  const index = list?.kind === 'sequence' ? list.items.indexOf(node) : -1;
  // A value that no request matches can go without a trace.
  return index < 0 ? [] : [removeItemFix(context, [...path, index], known, true)];
}
