import * as l10n from '@vscode/l10n';
import { LOGS_CONTEXT_KEY } from '../knowledge/logsResources.js';
import { partitionOfRegion } from '../knowledge/partitions.js';
import { findOnlyAccount } from '../policy/mentions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { allowsUse } from './support/keyUse.js';
import { type ServiceStatement, statementsOfService } from './support/serviceStatements.js';
import { addConditionFix, isUnguarded } from './support/sourceGuards.js';

/** CloudWatch Logs acts for every account of its Region; only a condition says for which. */
export const logsNoContextGuard = defineRule({
  id: 'logs-no-context-guard',
  defaultLevel: 'warning',
  tags: ['security', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['logs-no-context-guard'],
  peers: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const found of statementsOfService(context, 'logs')) {
      if (allowsUse(found.statement) && isUnguarded(found.statement)) {
        yield {
          span: found.first.principal.value.span,
          message: l10n.t(
            'Unscoped principal "{0}": log groups of every AWS account may use this key through CloudWatch Logs.',
            found.first.text,
          ),
          fixes: scopeFix(context, found),
        };
      }
    }
  },
});

/** Limits the statement to the log groups of the account; several Regions would need several conditions. */
function scopeFix(context: RuleContext, { statement, services, isTheirsAlone }: ServiceStatement): Fix[] {
  const account = findOnlyAccount(context.policy);
  const [region, ...others] = new Set(services.map(({ parsed }) => parsed.region));
  const partition = region === undefined ? undefined : partitionOfRegion(region)?.id;
  if (!isTheirsAlone || account === undefined || partition === undefined || others.length > 0) {
    return [];
  }
  return addConditionFix(
    context,
    statement,
    'ArnLike',
    `kms:EncryptionContext:${LOGS_CONTEXT_KEY}`,
    `arn:${partition}:logs:${region}:${account}:log-group:*`,
    (value) => l10n.t('Allow only for "{0}"', value),
  );
}
