import * as l10n from '@vscode/l10n';
import { type Arn, parseArn } from '../policy/arn.js';
import { mayStartWith } from '../policy/logsArn.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, isSameKey, readLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { statementsOfService } from './support/serviceStatements.js';

/** Log delivery acts for its own resources, whatever the service whose logs it brings (recipes T15 and T17). */
export const deliverySourceArnForm = defineRule({
  id: 'delivery-source-arn-form',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'bucket-policy', 'logs-resource-policy'],
  scope: 'statement',
  catalogue: ['delivery-source-arn-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, isTheirsAlone } of statementsOfService(context, 'delivery.logs')) {
      for (const condition of isTheirsAlone ? readLegalConditions(context, statement) : []) {
        const { operator } = condition.parsed;
        if (!isSameKey(condition.keyName, 'aws:SourceArn') || !['Arn', 'String'].includes(operator.family)) {
          continue;
        }
        for (const value of fixedValues(condition.values)) {
          const arn = parseArn(value.known);
          if (arn === undefined || mayBeDelivery(arn)) {
            continue; // cond-value-type
          }
          const meant = operator.wildcards || operator.family === 'Arn' ? deliveryOf(arn) : undefined;
          yield {
            span: value.span,
            message: l10n.t(
              'Unexpected source "{0}": log delivery names itself, as in "{1}" or "{2}", never the resource that logs.',
              value.known,
              `arn:aws:logs:${arn.region || 'us-east-1'}:${arn.account || '111122223333'}:*`,
              `arn:aws:logs:${arn.region || 'us-east-1'}:${arn.account || '111122223333'}:delivery-source:*`,
            ),
            fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
          };
        }
      }
    }
  },
});

/** Whether the pattern can match a source of log delivery: all of an account's logs, or a delivery source. */
function mayBeDelivery({ service, region, account, resource }: Arn): boolean {
  const isPlaced = region !== '' && account !== '';
  return matchesWildcard(service, 'logs') && isPlaced && mayStartWith(resource, 'delivery-source:');
}

/** The form that both generations of log delivery match; undefined where the ARN does not tell Region and account. */
function deliveryOf({ partition, region, account }: Arn): string | undefined {
  return region !== '' && account !== '' ? `arn:${partition}:logs:${region}:${account}:*` : undefined;
}
