import * as l10n from '@vscode/l10n';
import { BUCKET_LOG_WRITERS } from '../knowledge/serviceSources.js';
import { findOnlyAccount, findOnlyPartition } from '../policy/mentions.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type NamedService, serviceStatements } from './support/serviceStatements.js';
import { addConditionFix, bindToSourceAccount, isUnguarded } from './support/sourceGuards.js';

/** Any account can have its logs written into a bucket whose policy does not say whose logs it takes. */
export const bucketDeliveryNoSource = defineRule({
  id: 'bucket-delivery-no-source',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['bucket-policy'],
  scope: 'statement',
  catalogue: ['bucket-delivery-no-source'],
  peers: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, services, isTheirsAlone } of serviceStatements(context)) {
      const writers = services.filter(isWriter);
      const [first] = writers;
      if (first === undefined || coversAction(statement, 's3:PutObject') !== 'yes' || !isUnguarded(statement)) {
        continue;
      }
      yield {
        span: first.principal.value.span,
        message: l10n.t(
          'Unscoped principal "{0}": the logs of any AWS account may be written into the bucket.',
          first.text,
        ),
        fixes: isTheirsAlone && writers.length === services.length ? scopeFix(context, statement, writers) : [],
      };
    }
  },
});

function isWriter({ parsed }: NamedService): boolean {
  return BUCKET_LOG_WRITERS.some(({ id }) => id === parsed.principal.id);
}

function scopeFix(context: RuleContext, statement: Statement, writers: readonly NamedService[]): Fix[] {
  const account = findLogAccount(statement) ?? findOnlyAccount(context.policy);
  const partition = findOnlyPartition(context.policy);
  if (!writers.every(({ parsed }) => parsed.principal.id === 'cloudtrail')) {
    return bindToSourceAccount(context, statement, account);
  }
  // For trails AWS recommends aws:SourceArn.
  return account === undefined || partition === undefined
    ? []
    : addConditionFix(
        context,
        statement,
        'ArnLike',
        'aws:SourceArn',
        `arn:${partition}:cloudtrail:*:${account}:trail/*`,
        (value) => l10n.t('Allow only for "{0}"', value),
      );
}

/** The account in the path below which AWS writes logs: `…/AWSLogs/111122223333/*`. */
function findLogAccount({ resource }: Statement): string | undefined {
  const accounts = new Set(resource?.values.map(({ known }) => /\/AWSLogs\/(\d{12})\//.exec(known ?? '')?.[1]));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}
