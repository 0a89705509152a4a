import * as l10n from '@vscode/l10n';
import type { TextEdit } from '../../source/sourceNode.js';
import { contains } from '../../source/span.js';
import type { Fix, RuleContext } from '../rule.js';
import { conditionBlock, isSameKey, type ReadCondition } from './conditions.js';
import { toPlainValue } from './plainValue.js';

type FixContext = Pick<RuleContext, 'source'>;
interface FixOptions {
  readonly safe: boolean;
}

/** Gives a condition another key. No fix when that key already stands under the operator, where two cannot stand. */
export function renameKeyFix(
  { source }: FixContext,
  condition: ReadCondition,
  key: string,
  { safe }: FixOptions,
): readonly Fix[] {
  const { keyEntry, operatorEntry } = condition;
  const isTaken =
    operatorEntry.value?.kind === 'mapping' &&
    operatorEntry.value.entries.some((entry) => entry !== keyEntry && isSameKey(String(entry.key.value), key));
  if (isTaken) {
    return [];
  }
  const title = l10n.t('Replace with "{0}"', key);
  return [{ title, safe, edits: () => source.editor.replaceString(keyEntry.key, key) }];
}

/**
 * Puts a condition under another operator. Renames the operator where the condition is alone under it; otherwise moves
 * the key, which rewrites the `Condition` block. No fix when the key already stands under the other operator, or when
 * rewriting would lose a comment or a value known only at deployment.
 */
export function replaceOperatorFix(
  { source }: FixContext,
  condition: ReadCondition,
  operator: string,
  { safe }: FixOptions,
): readonly Fix[] {
  const { statement, operatorEntry } = condition;
  const block = conditionBlock(statement);
  const own = operatorEntry.value;
  if (block === undefined || own?.kind !== 'mapping') {
    return [];
  }
  const title = l10n.t('Replace with "{0}"', operator);
  const other = block.entries.find(
    (entry) => entry !== operatorEntry && String(entry.key.value).toLowerCase() === operator.toLowerCase(),
  );
  if (own.entries.length === 1 && other === undefined) {
    return [{ title, safe, edits: () => source.editor.replaceString(operatorEntry.key, operator) }];
  }
  const rewritten = moveKey(toPlainValue(block), condition, String(other?.key.value ?? operator));
  const hasComment = source.comments.some((comment) => contains(block.span, comment.span));
  if (rewritten === undefined || hasComment) {
    return [];
  }
  return [{ title, safe, edits: () => source.editor.set([...statement.path, 'Condition'], rewritten) }];
}

/** The `Condition` value with one key under another operator; undefined when there is no room for it. */
function moveKey(block: unknown, { operatorName, keyName }: ReadCondition, target: string): object | undefined {
  if (!isRecordOfRecords(block)) {
    return undefined;
  }
  const result: Record<string, Record<string, unknown>> = {};
  for (const [name, tests] of Object.entries(block)) {
    const kept =
      name === operatorName ? Object.entries(tests).filter(([key]) => key !== keyName) : Object.entries(tests);
    if (kept.length > 0) {
      result[name] = Object.fromEntries(kept);
    }
  }
  const tests = result[target] ?? {};
  if (Object.keys(tests).some((key) => isSameKey(key, keyName))) {
    return undefined;
  }
  result[target] = { ...tests, [keyName]: block[operatorName]?.[keyName] };
  return result;
}

function isRecordOfRecords(value: unknown): value is Record<string, Record<string, unknown>> {
  return isRecord(value) && Object.values(value).every(isRecord);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes a condition out, and with it the operator and the `Condition` that it leaves empty. */
export function removeConditionFix(
  { source }: FixContext,
  condition: ReadCondition,
  { safe }: FixOptions,
): readonly Fix[] {
  const title = l10n.t('Remove the condition on "{0}"', condition.keyName);
  return [{ title, safe, edits: (): readonly TextEdit[] => source.editor.remove(pathToRemove(condition)) }];
}

function pathToRemove({ statement, operatorEntry, path }: ReadCondition) {
  const block = conditionBlock(statement);
  if (operatorEntry.value?.kind === 'mapping' && operatorEntry.value.entries.length > 1) {
    return path;
  }
  return block !== undefined && block.entries.length > 1 ? path.slice(0, -1) : path.slice(0, -2);
}
