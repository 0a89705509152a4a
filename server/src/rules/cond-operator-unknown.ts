import * as l10n from '@vscode/l10n';
import { nearestConditionOperator, parseConditionOperator } from '../knowledge/conditionOperators.js';
import type { Entry } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { readOperators } from './support/conditions.js';

/** AWS refuses a policy with an operator it does not know; it compares their names without case. */
export const condOperatorUnknown = defineRule({
  id: 'cond-operator-unknown',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-operator-unknown', 'cond-null-ifexists', 'cond-null-set'],
  peers: [
    'INVALID_CONDITION_OPERATOR',
    'NULL_WITH_IF_EXISTS',
    'NULL_WITH_QUALIFIER',
    'UNKNOWN_OPERATOR',
    'E3510',
    'E3512',
    'invalid_operator',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const entry of readOperators(context, statement)) {
        const finding = judge(context, entry, String(entry.key.value));
        if (finding !== undefined) {
          yield finding;
        }
      }
    }
  },
});

function judge({ source }: RuleContext, { key }: Entry, name: string): Finding | undefined {
  const parsed = parseConditionOperator(name);
  const replaceWith = (operator: string | undefined, safe: boolean) =>
    operator === undefined
      ? []
      : [
          {
            title: l10n.t('Replace with "{0}"', operator),
            safe,
            edits: () => source.editor.replaceString(key, operator),
          },
        ];
  if (parsed === undefined) {
    const meant = nearestConditionOperator(name);
    return {
      span: key.span,
      message:
        meant === undefined
          ? l10n.t('Unknown condition operator "{0}": AWS refuses the policy.', name)
          : l10n.t('Unknown condition operator "{0}": AWS refuses the policy. Perhaps "{1}" is meant.', name, meant),
      fixes: replaceWith(meant, false),
    };
  }
  switch (parsed.illegal) {
    case 'null-if-exists':
      return {
        span: key.span,
        message: l10n.t(
          'Invalid condition operator "{0}": "Null" itself tests whether the key exists, so AWS refuses "IfExists" on it.',
          name,
        ),
        fixes: replaceWith('Null', true),
      };
    case 'null-set-operator':
      return {
        span: key.span,
        level: 'warning',
        message:
          parsed.setOperator === 'ForAllValues'
            ? l10n.t('Invalid condition operator "{0}": with "ForAllValues" the test is always true.', name)
            : l10n.t('Invalid condition operator "{0}": with "ForAnyValue" the test is always false.', name),
        fixes: replaceWith('Null', false),
      };
    case undefined:
      return undefined;
  }
}
