import * as l10n from '@vscode/l10n';
import { nearestPartition, partitionOfRegion } from '../knowledge/partitions.js';
import type { Arn } from '../policy/arn.js';
import { replaceArnPart } from '../policy/arnPattern.js';
import { defineRule } from './rule.js';
import { isPartitionFault } from './support/arnFaults.js';
import { arnsOf } from './support/arnTexts.js';
import { replaceStringFix } from './support/fixes.js';

/** The second part of an ARN is one of AWS's few partitions. */
export const arnPartition = defineRule({
  id: 'arn-partition',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['arn-partition'],
  peers: ['INVALID_PARTITION', 'INVALID_ARN', 'E3510'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const { arn, text, value } of arnsOf(context, statement)) {
        if (!isPartitionFault(arn)) {
          continue;
        }
        const meant = meantPartition(arn);
        yield {
          span: value.span,
          message:
            meant === undefined
              ? l10n.t(
                  'Unknown partition "{0}": AWS has "aws", "aws-cn", "aws-us-gov" and a few others.',
                  arn.partition,
                )
              : l10n.t('Expected the partition "{0}" to be "{1}".', arn.partition, meant),
          fixes:
            meant === undefined
              ? []
              : replaceStringFix(context, value, replaceArnPart(text, 'partition', meant), false),
        };
      }
    }
  },
});

/** The partition of the ARN's Region, else the one whose name is nearest. */
function meantPartition({ partition, region }: Arn): string | undefined {
  return partitionOfRegion(region)?.id ?? (partition === '' ? 'aws' : nearestPartition(partition));
}
