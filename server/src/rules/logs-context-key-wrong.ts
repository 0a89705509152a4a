import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { LOGS_ARN_CONTEXT_KEYS, LOGS_CONTEXT_KEY, logsResourcesOfContext } from '../knowledge/logsResources.js';
import { nearestName } from '../knowledge/nearest.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { demandsKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { logsArnsOf } from './support/logsConditions.js';
import { statementsOfService } from './support/serviceStatements.js';

/** A context key that CloudWatch Logs does not send is never matched, however close its name. */
export const logsContextKeyWrong = defineRule({
  id: 'logs-context-key-wrong',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  scope: 'statement',
  catalogue: ['logs-context-key-wrong'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, isTheirsAlone } of statementsOfService(context, 'logs')) {
      for (const condition of isTheirsAlone ? readLegalConditions(context, statement) : []) {
        const contextKey = encryptionContextKeyOf(condition.keyName);
        if (contextKey === undefined || logsResourcesOfContext(contextKey) !== undefined) {
          continue;
        }
        if (hasPolicyVariable(contextKey) || !demandsKey(condition)) {
          continue; // enc-context-key-variable; a test that a missing key passes
        }
        const meant = findMeant(contextKey, condition);
        yield {
          span: condition.key.span,
          // Of what CloudWatch Logs may encrypt one day nothing is known.
          ...(meant === undefined && { level: 'warning' }),
          message:
            meant === undefined
              ? l10n.t(
                  'Unknown encryption context "{0}": AWS documents that CloudWatch Logs sends "{1}", so the statement never applies.',
                  contextKey,
                  LOGS_CONTEXT_KEY,
                )
              : l10n.t(
                  'Expected the encryption context "{0}" to be "{1}": CloudWatch Logs sends no other, so the statement never applies.',
                  contextKey,
                  meant,
                ),
          fixes:
            meant === undefined
              ? []
              : renameKeyFix(context, condition, `kms:EncryptionContext:${meant}`, { safe: false }),
        };
      }
    }
  },
});

/** The key that was meant: by its spelling, or because its values are ARNs of CloudWatch Logs. */
function findMeant(contextKey: string, condition: LegalCondition): string | undefined {
  const arns = [...logsArnsOf(condition)];
  const holdsLogsArns = arns.length > 0 && arns.length === condition.values.length;
  return nearestName(contextKey, LOGS_ARN_CONTEXT_KEYS) ?? (holdsLogsArns ? LOGS_CONTEXT_KEY : undefined);
}
