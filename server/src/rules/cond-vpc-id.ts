import * as l10n from '@vscode/l10n';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { fixedValues, type LegalCondition, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

/** Prefix of the ids that a key holds, and the key for the other kind of id. */
const PREFIXES: Readonly<Record<string, { readonly own: string; readonly other: string }>> = {
  'aws:sourcevpc': { own: 'vpc', other: 'aws:SourceVpce' },
  'aws:sourcevpce': { own: 'vpce', other: 'aws:SourceVpc' },
};

/**
 * An id of a VPC or endpoint is its prefix and 8 or 17 hexadecimal digits; nothing else ever matches.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
export const condVpcId = defineRule({
  id: 'cond-vpc-id',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-vpc-id'],
  peers: ['INVALID_VPC_FORMAT', 'INVALID_VPCE_FORMAT'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const prefix = PREFIXES[condition.keyName.toLowerCase()];
      if (prefix === undefined || condition.parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of fixedValues(condition.values)) {
        // A wildcard is right under StringLike, and `cond-wildcard-needs-like` reports it elsewhere.
        if (!hasWildcard(value.known) && !isId(prefix.own, value.known)) {
          yield {
            span: value.span,
            message: l10n.t(
              'Invalid value "{0}": "{1}" holds ids such as "{2}-0a1b2c3d4e5f67890", with 8 or 17 lower-case hexadecimal digits.',
              value.known,
              condition.keyName,
              prefix.own,
            ),
            fixes: fixesFor(context, condition, value, prefix),
          };
        }
      }
    }
  },
});

function isId(prefix: string, text: string): boolean {
  const digits = text.startsWith(`${prefix}-`) ? text.slice(prefix.length + 1) : '';
  return /^(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(digits);
}

function fixesFor(
  context: RuleContext,
  condition: LegalCondition,
  value: LegalCondition['values'][number] & { readonly known: string },
  { own, other }: { readonly own: string; readonly other: string },
): readonly Fix[] {
  const lower = value.known.toLowerCase();
  if (isId(own, lower)) {
    return replaceStringFix(context, value, lower, false);
  }
  const otherPrefix = own === 'vpc' ? 'vpce' : 'vpc';
  const areAllOther = condition.values.every(({ known }) => known !== undefined && isId(otherPrefix, known));
  return areAllOther ? renameKeyFix(context, condition, other, { safe: false }) : [];
}
