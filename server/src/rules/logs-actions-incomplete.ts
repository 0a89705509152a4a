import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import type { LogsResource } from '../knowledge/logsResources.js';
import { cloudwatchLogGroup } from '../knowledge/targets/cloudwatch-log-group.js';
import { findEveryone } from '../policy/exposure.js';
import { recall } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { addActionsFix } from './support/actionEdits.js';
import { readLogsScope } from './support/logsConditions.js';
import { statementsOfService } from './support/serviceStatements.js';
import { isUnfinished } from './support/unfinished.js';

/** Without one of these no data is encrypted: a statement that has none of them keeps a retired key readable (T1). */
const WRITING = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptTo'];

/** What T1 and T2 have in common; the other resources of CloudWatch Logs make do with less (T3, T4). */
const NEEDS_ALL: readonly LogsResource[] = ['log-group', 'query-result'];

/** CloudWatch Logs makes data keys, encrypts, re-encrypts and decrypts; what one statement lacks another may give. */
export const logsActionsIncomplete = defineRule({
  id: 'logs-actions-incomplete',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['logs-actions-incomplete'],
  fixable: 'sometimes',

  *check(context) {
    const judged = new Set<string>();
    if (isUnfinished(context, context.policy.span)) {
      return; // the statement that gives the rest may be being typed
    }
    for (const { statement, services } of statementsOfService(context, 'logs')) {
      const scope = readLogsScope(context, statement);
      if (recall(context.memo, statement, hasUnknownAction, context, statement)) {
        continue; // action-unknown
      }
      for (const { text, parsed } of services) {
        const resource = scope.resources.find((candidate) => NEEDS_ALL.includes(candidate));
        if (parsed.region === undefined || resource === undefined) {
          continue;
        }
        // All statements for a principal are judged together, so the first speaks for them.
        const isOnly = scope.isNarrowed && scope.resources.every((candidate) => NEEDS_ALL.includes(candidate));
        const subject = `${text} ${resource} ${isOnly}`;
        if (judged.has(subject)) {
          continue;
        }
        judged.add(subject);
        const missing = findMissing(context, text, resource, isOnly);
        if (missing.length > 0) {
          yield* report(context, statement, text, missing);
          break;
        }
      }
    }
  },
});

/** Patterns that no statement for the principal gives; empty when nothing certain is missing. */
function findMissing(context: RuleContext, principal: string, resource: LogsResource, isOnly: boolean): string[] {
  const giving = statementsFor(context, principal).filter((statement) =>
    readLogsScope(context, statement).resources.includes(resource),
  );
  const gives = (action: string) => giving.some((statement) => coversAction(statement, action) !== 'no');
  const isWriting = WRITING.some(gives);
  // `GenerateDataKey` and `Decrypt` alone are right for lookup tables and for exports to S3 (T4, T6).
  const isForGroups = isOnly ? isWriting : ['kms:Encrypt', 'kms:ReEncryptTo'].some(gives);
  return isForGroups ? cloudwatchLogGroup.actions.filter((pattern) => !expandNeeded(context, pattern).some(gives)) : [];
}

function statementsFor(context: RuleContext, principal: string): Statement[] {
  return context.policy.statements.filter(
    ({ effect, principal: element }) =>
      effect === 'Allow' &&
      element?.negated === false &&
      (findEveryone(element) !== undefined ||
        element.principals.some(({ type, value }) => type === 'Service' && value.known === principal)),
  );
}

/** Data key pairs are for asymmetric cryptography, which no log store does. */
function expandNeeded(context: RuleContext, pattern: string): string[] {
  return expandActionPattern(context.reference, pattern)
    .map(({ id }) => id)
    .filter((id) => !id.includes('Pair'));
}

function hasUnknownAction({ reference }: RuleContext, { action }: Statement): boolean {
  return (
    action?.values.some(
      ({ known }) => known !== undefined && known !== '*' && expandActionPattern(reference, known).length === 0,
    ) === true
  );
}

function* report(context: RuleContext, statement: Statement, principal: string, missing: string[]): Generator<Finding> {
  const { action } = statement;
  if (action === undefined || action.negated) {
    return;
  }
  const isFatal = missing.includes('kms:GenerateDataKey*') || missing.includes('kms:Decrypt');
  yield {
    span: action.entry.key.span,
    // That association fails without the other two is not proven; AWS asks for all four.
    ...(!isFatal && { level: 'warning' }),
    message: isFatal
      ? l10n.t(
          'Incomplete actions for "{0}": without {1} CloudWatch Logs cannot use the key, and associating it with a log group fails.',
          principal,
          missing.join(', '),
        )
      : l10n.t('Incomplete actions for "{0}": CloudWatch Logs also asks for {1}.', principal, missing.join(', ')),
    fixes: addActionsFix(context, statement, missing),
  };
}
