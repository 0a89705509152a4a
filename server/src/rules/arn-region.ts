import * as l10n from '@vscode/l10n';
import { nearestRegion, PARTITIONS, partitionOfRegion } from '../knowledge/partitions.js';
import type { Arn } from '../policy/arn.js';
import { replaceArnPart } from '../policy/arnPattern.js';
import { defineRule, type Finding, type Fix, type RuleContext } from './rule.js';
import { findRegionFault } from './support/arnFaults.js';
import { dropExtraColon } from './support/arnRepairs.js';
import { type ArnText, arnsOf } from './support/arnTexts.js';
import { replaceStringFix } from './support/fixes.js';

/** The fourth part of an ARN: a Region of its partition where the service has Regions, and nothing where it has none. */
export const arnRegion = defineRule({
  id: 'arn-region',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['arn-region', 'arn-region-missing', 'arn-region-not-allowed'],
  peers: ['INVALID_ARN_REGION', 'MISSING_ARN_REGION', 'ARN_REGION_NOT_ALLOWED', 'INVALID_ARN', 'INVALID_REGION'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const text of arnsOf(context, statement)) {
        const finding = judge(context, text);
        if (finding !== undefined && dropExtraColon(context.reference, text.text, text.arn) === undefined) {
          yield { ...finding, span: text.value.span };
        }
      }
    }
  },
});

function judge(context: RuleContext, text: ArnText & { readonly arn: Arn }): Omit<Finding, 'span'> | undefined {
  const { region, partition, service } = text.arn;
  const nearest = nearestRegion(region);
  const replaceRegion = (meant: string | undefined): Fix[] =>
    meant === undefined ? [] : replaceStringFix(context, text.value, replaceArnPart(text.text, 'region', meant), false);
  switch (findRegionFault(context.reference, text.arn)) {
    case 'unknown':
      return {
        message:
          nearest === undefined
            ? l10n.t('Unknown Region "{0}".', region)
            : l10n.t('Unknown Region "{0}". Perhaps "{1}" is meant.', region, nearest),
        fixes: replaceRegion(nearest),
      };
    case 'unlisted':
      return {
        // Regions are added to AWS more often than this list is renewed.
        level: 'info',
        message: l10n.t('Unknown Region "{0}": it was not among the Regions of AWS when this list was made.', region),
        fixes: replaceRegion(nearest),
      };
    case 'other-partition': {
      const meant = partitionOfRegion(region)?.id ?? partition;
      return {
        message: l10n.t('Expected the partition "{0}" to be "{1}", to which "{2}" belongs.', partition, meant, region),
        fixes: replaceStringFix(context, text.value, replaceArnPart(text.text, 'partition', meant), false),
      };
    }
    case 'missing':
      return {
        message: l10n.t(
          'Missing Region in "{0}": every ARN of "{1}" holds one, so that this matches nothing. "*" stands for all.',
          text.text,
          service,
        ),
        fixes: readsWildcards(text) ? replaceRegion(onlyRegionOf(partition) ?? '*') : [],
      };
    case 'unexpected':
      return {
        message: l10n.t('Expected no Region in "{0}": such ARNs of "{1}" leave the part empty.', text.text, service),
        fixes: replaceRegion(''),
      };
    case undefined:
      return undefined;
  }
}

/** Of the text of `StringEquals` a star is no wildcard. */
function readsWildcards({ condition }: ArnText): boolean {
  return condition === undefined || condition.parsed.operator.wildcards;
}

function onlyRegionOf(partition: string): string | undefined {
  const regions = PARTITIONS.find(({ id }) => id === partition)?.regions ?? [];
  return regions.length === 1 ? regions[0] : undefined;
}
