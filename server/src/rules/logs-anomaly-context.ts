import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { DETECTOR_CONTEXT_KEY, LOGS_CONTEXT_KEY } from '../knowledge/logsResources.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { demandsKey, type LegalCondition, readLegalConditions } from './support/conditions.js';
import { isContextConditionKey } from './support/contextConditions.js';
import { logsArnsOf } from './support/logsConditions.js';
import { addStatementFix } from './support/newStatements.js';
import { toPlainValue } from './support/plainValue.js';
import { type ServiceStatement, statementsOfService } from './support/serviceStatements.js';
import { isUnfinished } from './support/unfinished.js';

/** What an anomaly detector asks for under each of its two contexts: log-encryption-recipes T3. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  [LOGS_CONTEXT_KEY]: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
  [DETECTOR_CONTEXT_KEY]: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
};

/** An anomaly detector encrypts under two context keys, and a policy that names one of them leaves half of it out. */
export const logsAnomalyContext = defineRule({
  id: 'logs-anomaly-context',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['logs-anomaly-context'],
  fixable: 'sometimes',

  *check(context) {
    if (select(context, namesDetector).length === 0 || isUnfinished(context, context.policy.span)) {
      return;
    }
    const using = [...statementsOfService(context, 'logs')].filter(
      ({ statement }) => coversAction(statement, 'kms:Decrypt') !== 'no',
    );
    for (const [own, other] of [
      [LOGS_CONTEXT_KEY, DETECTOR_CONTEXT_KEY],
      [DETECTOR_CONTEXT_KEY, LOGS_CONTEXT_KEY],
    ] as const) {
      const found = using.flatMap((each) => detectorConditions(context, each, own))[0];
      if (found !== undefined && !using.some((each) => mayHold(context, each, other))) {
        yield {
          span: found.condition.key.span,
          message: l10n.t(
            'Incomplete context: an anomaly detector also encrypts under "{0}", and no statement lets "{1}" do that.',
            `kms:EncryptionContext:${other}`,
            found.text,
          ),
          fixes: addFix(context, found, other),
        };
      }
    }
  },
});

interface DetectorCondition {
  readonly condition: LegalCondition;
  /** The service principal of the statement. */
  readonly text: string;
}

/** The conditions of a statement that ask for an anomaly detector under a context key. */
function detectorConditions(
  context: RuleContext,
  { statement, services }: ServiceStatement,
  contextKey: string,
): DetectorCondition[] {
  return readLegalConditions(context, statement)
    .filter(
      (condition) =>
        isOn(condition, contextKey) &&
        [...logsArnsOf(condition)].some(({ arn }) => arn.resource.startsWith('anomaly-detector')),
    )
    .map((condition) => ({ condition, text: services[0]?.text ?? '' }));
}

/** Whether requests under a context key can meet the statement: it tests that key, or no context at all. */
function mayHold(context: RuleContext, { statement }: ServiceStatement, contextKey: string): boolean {
  const conditions = readLegalConditions(context, statement);
  const demanded = conditions.filter((condition) => isContextConditionKey(condition.keyName) && demandsKey(condition));
  return demanded.every(
    (condition) => isOn(condition, contextKey) || encryptionContextKeyOf(condition.keyName) === undefined,
  );
}

function isOn({ keyName }: LegalCondition, contextKey: string): boolean {
  return encryptionContextKeyOf(keyName)?.toLowerCase() === contextKey;
}

/** The same statement for the other context key. */
function addFix(context: RuleContext, { condition, text }: DetectorCondition, contextKey: string): Fix[] {
  const tests = toPlainValue(condition.keyEntry.value);
  if (tests === undefined) {
    return [];
  }
  const added = {
    Effect: 'Allow',
    Principal: { Service: text },
    Action: NEEDS[contextKey] ?? [],
    Resource: '*',
    Condition: { [condition.operatorName]: { [`kms:EncryptionContext:${contextKey}`]: tests } },
  };
  const title = l10n.t('Add a statement for "{0}"', `kms:EncryptionContext:${contextKey}`);
  return addStatementFix(context, added, title, condition.statement);
}

function namesDetector({ conditions }: Statement): boolean {
  return conditions.some(({ values }) => values.some(({ known }) => known?.includes('anomaly-detector') !== false));
}
