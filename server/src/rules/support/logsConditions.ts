import { encryptionContextKeyOf } from '../../knowledge/kmsConditionKeys.js';
import {
  LOGS_ARN_CONTEXT_KEYS,
  LOGS_RESOURCES,
  type LogsResource,
  logsResourcesOfContext,
} from '../../knowledge/logsResources.js';
import type { Arn } from '../../policy/arn.js';
import { logsResourcesOf, parseLogsArn } from '../../policy/logsArn.js';
import { recall } from '../../policy/memo.js';
import type { PolicyString, Statement } from '../../policy/model.js';
import type { RuleContext } from '../rule.js';
import {
  demandsKey,
  fixedValues,
  isSameKey,
  type LegalCondition,
  listLegalConditions,
  readLegalConditions,
} from './conditions.js';

/** An ARN of CloudWatch Logs that a condition asks for. */
export interface LogsArnValue {
  readonly condition: LegalCondition;
  readonly value: PolicyString & { readonly known: string };
  readonly arn: Arn;
}

/** The known ARNs of CloudWatch Logs under `kms:EncryptionContext:aws:logs:arn` and its variant for anomaly detectors. */
export function* logsContextArns(context: RuleContext): Generator<LogsArnValue> {
  for (const condition of listLegalConditions(context)) {
    if (testsLogsContext(condition)) {
      yield* logsArnsOf(condition);
    }
  }
}

/** The known ARNs of CloudWatch Logs among a condition's values. */
export function* logsArnsOf(condition: LegalCondition): Generator<LogsArnValue> {
  for (const value of fixedValues(condition.values)) {
    const arn = parseLogsArn(value.known);
    if (arn !== undefined) {
      yield { condition, value, arn };
    }
  }
}

/** Whether a condition compares the encryption context that holds the ARN of a resource of CloudWatch Logs. */
export function testsLogsContext({ keyName, parsed }: LegalCondition): boolean {
  const contextKey = encryptionContextKeyOf(keyName)?.toLowerCase();
  const { family } = parsed.operator;
  return (
    contextKey !== undefined && LOGS_ARN_CONTEXT_KEYS.includes(contextKey) && (family === 'String' || family === 'Arn')
  );
}

/** What a statement for CloudWatch Logs is about, as far as its conditions tell. */
export interface LogsScope {
  readonly resources: readonly LogsResource[];
  /** False when nothing in the statement speaks of one kind of resource more than of another. */
  readonly isNarrowed: boolean;
}

/** The resources for which a statement's conditions can be met by what CloudWatch Logs sends. */
export function readLogsScope(context: RuleContext, statement: Statement): LogsScope {
  return recall(context.memo, statement, findScope, context, statement);
}

function findScope(context: RuleContext, statement: Statement): LogsScope {
  const allowed = readLegalConditions(context, statement)
    .filter(demandsKey)
    .flatMap((condition) => {
      const resources = resourcesOf(condition);
      return resources === undefined ? [] : [resources];
    });
  return {
    resources: LOGS_RESOURCES.filter((resource) => allowed.every((resources) => resources.includes(resource))),
    isNarrowed: allowed.length > 0,
  };
}

/** Undefined for a condition that does not tell resources apart. */
function resourcesOf(condition: LegalCondition): readonly LogsResource[] | undefined {
  const contextKey = encryptionContextKeyOf(condition.keyName);
  const sent = contextKey === undefined ? LOGS_RESOURCES : (logsResourcesOfContext(contextKey) ?? []);
  const holdsArn = testsLogsContext(condition) || isSameKey(condition.keyName, 'aws:SourceArn');
  if (!holdsArn) {
    return contextKey === undefined ? undefined : sent;
  }
  const arns = [...logsArnsOf(condition)];
  const named =
    arns.length < condition.values.length ? LOGS_RESOURCES : arns.flatMap(({ arn }) => logsResourcesOf(arn));
  return sent.filter((resource) => named.includes(resource));
}
