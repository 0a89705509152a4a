import { type ParsedOperator, parseConditionOperator } from '../../knowledge/conditionOperators.js';
import { recall } from '../../policy/memo.js';
import type { Condition, PolicyString, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import { hasStrayWhitespace } from '../../policy/strayWhitespace.js';
import { type Entry, findEntry, type MappingNode } from '../../source/sourceNode.js';
import type { RuleContext } from '../rule.js';
import { isUnfinished } from './unfinished.js';

/** What is asked of the context: the statements' source, and where answers are remembered. */
type Source = Pick<RuleContext, 'source' | 'memo'>;

/** A condition whose operator and key are known and fully typed, with its operator taken apart. */
export interface ReadCondition extends Condition {
  readonly statement: Statement;
  readonly operatorName: string;
  readonly keyName: string;
  /** Undefined when AWS knows no such operator; `cond-operator-unknown` reports that. */
  readonly parsed: ParsedOperator | undefined;
}

/** A condition whose operator AWS knows and accepts in this form. */
export interface LegalCondition extends ReadCondition {
  readonly parsed: ParsedOperator;
}

function readConditions(context: Source, statement: Statement): readonly ReadCondition[] {
  return recall(context.memo, statement, findJudgeable, context, statement);
}

/**
 * Every condition of one statement that can be judged: what is half typed, known only at deployment, or reported by
 * `string-stray-whitespace` is left out.
 */
function findJudgeable(context: Source, statement: Statement): readonly ReadCondition[] {
  const found: ReadCondition[] = [];
  for (const { operator, key, values, operatorEntry, keyEntry, path } of statement.conditions) {
    const operatorName = operator.known;
    const keyName = key.known;
    if (operatorName === undefined || keyName === undefined || keyEntry.value === undefined) {
      continue;
    }
    if (isUnfinished(context, keyEntry.span) || hasTemplatePart(operatorName) || hasTemplatePart(keyName)) {
      continue;
    }
    if (hasStrayWhitespace(operatorName) || hasStrayWhitespace(keyName)) {
      continue;
    }
    const parsed = parseConditionOperator(operatorName);
    // Written out: this is done for every condition at every keystroke, and a copy by spreading is three times as large.
    found.push({ operator, key, values, operatorEntry, keyEntry, path, statement, operatorName, keyName, parsed });
  }
  return found;
}

/** Every condition of the policy that can be judged. */
export function listConditions(context: RuleContext): readonly ReadCondition[] {
  return recall(context.memo, context.policy, findAll, context);
}

function findAll(context: RuleContext): readonly ReadCondition[] {
  return context.policy.statements.flatMap((statement) => readConditions(context, statement));
}

/** Those of `listConditions` whose operator AWS accepts. */
export function listLegalConditions(context: RuleContext): readonly LegalCondition[] {
  return recall(context.memo, context.policy, findAllLegal, context);
}

function findAllLegal(context: RuleContext): readonly LegalCondition[] {
  return listConditions(context).filter(isLegal);
}

/** Those of one statement whose operator AWS accepts. */
export function readLegalConditions(context: Source, statement: Statement): LegalCondition[] {
  return readConditions(context, statement).filter(isLegal);
}

function isLegal(condition: ReadCondition): condition is LegalCondition {
  return condition.parsed !== undefined && condition.parsed.illegal === undefined;
}

/** Whether two condition keys are one to AWS, which compares their names without case. */
export function isSameKey(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/**
 * Whether the condition holds only for requests that carry its key: a positive test, without `IfExists`, that is not
 * `ForAllValues`; or `Null` with `false`. IAM guide, "Condition operators"; kms-facts section 7.
 */
export function demandsKey({ parsed, values }: LegalCondition): boolean {
  const { operator, setOperator, ifExists } = parsed;
  if (operator.family === 'Null') {
    return values.length > 0 && values.every((value) => value.known?.toLowerCase() === 'false');
  }
  return !operator.negated && !ifExists && setOperator !== 'ForAllValues';
}

/** Text that AWS (`${aws:username}`) or a tool (`{{ account }}`) fills in can become anything. */
export function hasVariable(text: string): boolean {
  return text.includes('${') || hasTemplatePart(text);
}

/** The values whose text is known and free of policy variables. */
export function* fixedValues(values: readonly PolicyString[]): Generator<PolicyString & { readonly known: string }> {
  for (const value of values) {
    if (value.known !== undefined && !hasVariable(value.known)) {
      yield { ...value, known: value.known };
    }
  }
}

/** The operators of a statement's `Condition` that are fully typed, whether or not they hold a key. */
export function readOperators(context: Source, statement: Statement): Entry[] {
  return (conditionBlock(statement)?.entries ?? []).filter(({ key, value }) => {
    const name = String(key.value);
    const isTyped = value !== undefined && !isUnfinished(context, key.span);
    return isTyped && !hasTemplatePart(name) && !hasStrayWhitespace(name);
  });
}

/** The `Condition` mapping of a statement. */
export function conditionBlock({ node }: Statement): MappingNode | undefined {
  const value = findEntry(node, 'Condition')?.value;
  return value?.kind === 'mapping' ? value : undefined;
}
