import * as l10n from '@vscode/l10n';
import type { Entry, MappingNode } from '../source/sourceNode.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { type ElementLevel, findMeantElement, isElement } from './support/elements.js';
import { replaceKeyFix } from './support/fixes.js';

/** A key that the policy grammar does not have; letter case counts in element names. */
export const elementUnknown = defineRule({
  id: 'element-unknown',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['element-unknown'],
  peers: [
    'INVALID_POLICY_ELEMENT',
    'MALFORMED',
    'UNRECOGNIZED_KEY',
    'E3510',
    'E3512',
    'unknown_field',
    'unknown_policy_field',
    'Invalid key',
  ],
  fixable: 'sometimes',

  *check(context) {
    yield* checkMapping(context, context.policy.node, 'policy');
    for (const { node } of context.policy.statements) {
      yield* checkMapping(context, node, 'statement');
    }
  },
});

function* checkMapping(context: RuleContext, node: MappingNode, level: ElementLevel): Generator<Finding> {
  for (const entry of node.entries) {
    // A name without its value is still being typed.
    if (entry.value !== undefined && !isElement(level, String(entry.key.value))) {
      yield report(context, node, entry, level);
    }
  }
}

function report(context: RuleContext, node: MappingNode, { key }: Entry, level: ElementLevel): Finding {
  const name = String(key.value);
  const { span } = key;
  if (isElement(level === 'policy' ? 'statement' : 'policy', name)) {
    return {
      span,
      message:
        level === 'policy'
          ? l10n.t('Unknown element "{0}" beside the statements: it belongs inside a statement.', name)
          : l10n.t('Unknown element "{0}" in a statement: it belongs to the policy, beside "Statement".', name),
    };
  }
  const meant = findMeantElement(level, name);
  if (meant === undefined) {
    return { span, message: l10n.t('Unknown element "{0}": AWS refuses a policy with it.', name) };
  }
  const isFree = !node.entries.some((other) => other.key.value === meant);
  return {
    span,
    message:
      meant.toLowerCase() === name.toLowerCase()
        ? l10n.t('Unknown element "{0}": AWS compares names with case, and this one is spelt "{1}".', name, meant)
        : l10n.t('Unknown element "{0}": did you mean "{1}"?', name, meant),
    ...(isFree && { fixes: [replaceKeyFix(context, key, meant, isCertain(name, meant))] }),
  };
}

/** Letter case and the plural leave no doubt about what was meant; a slip of the hand might. */
function isCertain(name: string, meant: string): boolean {
  const wanted = meant.toLowerCase();
  return name.toLowerCase() === wanted || name.toLowerCase() === `${wanted}s`;
}
