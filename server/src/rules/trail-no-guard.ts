import * as l10n from '@vscode/l10n';
import { TRAIL_CONTEXT_KEY } from '../knowledge/logsResources.js';
import { findOnlyAccount, findOnlyPartition } from '../policy/mentions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { allowsUse } from './support/keyUse.js';
import { namesService, type ServiceStatement, statementsOfService } from './support/serviceStatements.js';
import { addConditionFix, isUnguarded } from './support/sourceGuards.js';

/** CloudTrail has one name for every account; only a condition says whose trails may use the key. */
export const trailNoGuard = defineRule({
  id: 'trail-no-guard',
  defaultLevel: 'warning',
  tags: ['security', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['trail-no-guard'],
  peers: ['RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL'],
  fixable: 'sometimes',

  *check(context) {
    for (const found of statementsOfService(context, 'cloudtrail')) {
      const { statement, first } = found;
      // The missing condition is one mistake, and of it `logs-no-context-guard` speaks.
      if (!namesService(found, 'logs') && allowsUse(statement) && isUnguarded(statement)) {
        yield {
          span: first.principal.value.span,
          message: l10n.t(
            'Unscoped principal "{0}": trails of every AWS account may use this key through CloudTrail.',
            first.text,
          ),
          fixes: scopeFix(context, found),
        };
      }
    }
  },
});

function scopeFix(context: RuleContext, { statement, isTheirsAlone }: ServiceStatement): Fix[] {
  const account = findOnlyAccount(context.policy);
  const partition = findOnlyPartition(context.policy);
  if (!isTheirsAlone || account === undefined || partition === undefined) {
    return [];
  }
  return addConditionFix(
    context,
    statement,
    'StringLike',
    `kms:EncryptionContext:${TRAIL_CONTEXT_KEY}`,
    `arn:${partition}:cloudtrail:*:${account}:trail/*`,
    (value) => l10n.t('Allow only for "{0}"', value),
  );
}
