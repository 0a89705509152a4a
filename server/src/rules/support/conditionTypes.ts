import * as l10n from '@vscode/l10n';
import { parseConditionOperator } from '../../knowledge/conditionOperators.js';
import type { Entry, Path, SourceNode } from '../../source/sourceNode.js';
import type { Finding, RuleContext } from '../rule.js';
import { describeType, isString } from './nodeTypes.js';
import { unwrapFixes } from './typeFixes.js';

/** The shape of a `Condition`: operator, condition key, value or list of values. */
export function* checkConditionTypes(
  context: RuleContext,
  value: SourceNode | undefined,
  path: Path,
): Generator<Finding> {
  if (value?.kind === 'scalar' || value?.kind === 'sequence') {
    yield {
      span: value.span,
      message: l10n.t('Expected "Condition" to be an object of condition operators, not {0}.', describeType(value)),
      fixes: unwrapFixes(context, value, path, 'mapping'),
    };
  }
  for (const entry of value?.kind === 'mapping' ? value.entries : []) {
    yield* checkOperator(context, entry, [...path, String(entry.key.value)]);
  }
}

function* checkOperator(context: RuleContext, { key, value }: Entry, path: Path): Generator<Finding> {
  const name = String(key.value);
  // Of a name that is no operator, as where the level of the operators was left out, `cond-operator-unknown` speaks.
  const isOperator = parseConditionOperator(name) !== undefined;
  if (isOperator && (value?.kind === 'scalar' || value?.kind === 'sequence')) {
    yield {
      span: value.span,
      message: l10n.t(
        'Expected the condition operator "{0}" to hold an object of condition keys, not {1}.',
        name,
        describeType(value),
      ),
      fixes: unwrapFixes(context, value, path, 'mapping'),
    };
  }
  for (const entry of value?.kind === 'mapping' ? value.entries : []) {
    yield* checkValues(entry);
  }
}

/** Strings; numbers and booleans are legal too, since AWS reads them as strings. */
function* checkValues({ key, value }: Entry): Generator<Finding> {
  for (const item of value?.kind === 'sequence' ? value.items : value === undefined ? [] : [value]) {
    if (!isString(item) && (item.kind !== 'scalar' || item.value === null)) {
      yield {
        span: item.span,
        message: l10n.t(
          'Expected the values of the condition key "{0}" to be strings, not {1}.',
          String(key.value),
          describeType(item),
        ),
      };
    }
  }
}
