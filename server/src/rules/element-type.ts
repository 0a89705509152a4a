import * as l10n from '@vscode/l10n';
import type { Statement } from '../policy/model.js';
import { findEntry, type Path, type SourceNode } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { checkConditionTypes } from './support/conditionTypes.js';
import { describeType, isString } from './support/nodeTypes.js';
import { quoteFixes, unwrapFixes } from './support/typeFixes.js';

/** A value of a JSON type that its place in the grammar does not take. */
export const elementType = defineRule({
  id: 'element-type',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['element-type'],
  peers: ['DATA_TYPE_MISMATCH', 'E3510', 'E3512', 'invalid_statement_type', 'Found data type', 'MALFORMED'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    const version = findEntry(policy.node, 'Version')?.value;
    // Numbers and the like are no version either way: `version-invalid` says so.
    if (version?.kind === 'mapping' || version?.kind === 'sequence') {
      yield* checkString(context, 'Version', version, [...policy.path, 'Version']);
    }
    yield* checkString(context, 'Id', findEntry(policy.node, 'Id')?.value, [...policy.path, 'Id']);
    yield* checkStatements(policy.statementEntry?.value);
    for (const statement of policy.statements) {
      yield* checkStatement(context, statement);
    }
  },
});

function* checkStatements(value: SourceNode | undefined): Generator<Finding> {
  if (value === undefined || value.kind === 'mapping') {
    return;
  }
  if (value.kind === 'scalar') {
    yield {
      span: value.span,
      message: l10n.t('Expected "Statement" to be an object or a list of objects, not {0}.', describeType(value)),
    };
  }
  for (const item of value.kind === 'sequence' ? value.items : []) {
    if (item.kind === 'scalar' || item.kind === 'sequence') {
      yield {
        span: item.span,
        message: l10n.t('Expected every statement to be an object, not {0}.', describeType(item)),
      };
    }
  }
}

function* checkStatement(context: RuleContext, { node, path }: Statement): Generator<Finding> {
  const find = (name: string) => findEntry(node, name)?.value;
  for (const name of ['Sid', 'Effect']) {
    yield* checkString(context, name, find(name), [...path, name]);
  }
  for (const name of ['Principal', 'NotPrincipal']) {
    yield* checkPrincipal(context, name, find(name), [...path, name]);
  }
  for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    yield* checkStrings(context, name, find(name), [...path, name]);
  }
  yield* checkConditionTypes(context, find('Condition'), [...path, 'Condition']);
}

function* checkString(
  context: RuleContext,
  name: string,
  value: SourceNode | undefined,
  path: Path,
): Generator<Finding> {
  if (value !== undefined && !isString(value)) {
    yield {
      span: value.span,
      message: l10n.t('Expected "{0}" to be a string, not {1}.', name, describeType(value)),
      fixes: [...quoteFixes(context, value, path), ...unwrapFixes(context, value, path, 'string')],
    };
  }
}

/** A string, or a list of nothing but strings. */
function* checkStrings(
  context: RuleContext,
  name: string,
  value: SourceNode | undefined,
  path: Path,
): Generator<Finding> {
  if (value === undefined || isString(value)) {
    return;
  }
  if (value.kind !== 'sequence') {
    yield {
      span: value.span,
      message: l10n.t('Expected "{0}" to be a string or a list of strings, not {1}.', name, describeType(value)),
      fixes: quoteFixes(context, value, path),
    };
    return;
  }
  for (const [index, item] of value.items.entries()) {
    if (!isString(item)) {
      yield {
        span: item.span,
        message: l10n.t('Expected every value of "{0}" to be a string, not {1}.', name, describeType(item)),
        fixes: quoteFixes(context, item, [...path, index]),
      };
    }
  }
}

/** `"*"` or an object; what the string may be is for the principal rules. */
function* checkPrincipal(
  context: RuleContext,
  name: string,
  value: SourceNode | undefined,
  path: Path,
): Generator<Finding> {
  if (value === undefined || isString(value)) {
    return;
  }
  if (value.kind !== 'mapping') {
    yield {
      span: value.span,
      message: l10n.t(
        'Expected "{0}" to be "*" or an object with the type of the principals, not {1}.',
        name,
        describeType(value),
      ),
      fixes: unwrapFixes(context, value, path, 'mapping'),
    };
    return;
  }
  for (const { key, value: principals } of value.entries) {
    const type = String(key.value);
    yield* checkStrings(context, type, principals, [...path, type]);
  }
}
