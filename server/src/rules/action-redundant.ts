import * as l10n from '@vscode/l10n';
import { matchesActionPattern } from '../knowledge/actionPattern.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { type ActionItem, actionItems } from './support/actionItems.js';
import { removeItemFix } from './support/fixes.js';

/** An action that a wider pattern of the same list covers, or that is listed twice. */
export const actionRedundant = defineRule({
  id: 'action-redundant',
  defaultLevel: 'info',
  tags: ['style'],
  scope: 'statement',
  catalogue: ['action-redundant'],
  peers: ['REDUNDANT_ACTION'],
  fixable: 'always',

  *check(context) {
    for (const items of byElement(actionItems(context))) {
      const patterns = items.filter(({ text }) => hasWildcard(text));
      const seen = new Map<string, ActionItem>();
      for (const item of items) {
        const name = item.text.toLowerCase();
        const first = seen.get(name);
        const cover = first ?? patterns.find(({ text }) => isWider(text, item.text));
        if (first === undefined) {
          seen.set(name, item);
        }
        if (cover === undefined) {
          continue;
        }
        yield {
          span: item.value.span,
          message:
            cover === first
              ? l10n.t('The action "{0}" is listed twice.', item.text)
              : l10n.t('The action "{0}" is covered by "{1}".', item.text, cover.text),
          related: [{ span: cover.value.span, message: l10n.t('This covers it.') }],
          fixes: [removeItemFix(context, item.path, item.text, true)],
        };
      }
    }
  },
});

function byElement(items: Iterable<ActionItem>): Iterable<ActionItem[]> {
  const lists = new Map<unknown, ActionItem[]>();
  for (const item of items) {
    const list = lists.get(item.element);
    if (list === undefined) {
      lists.set(item.element, [item]);
    } else {
      list.push(item);
    }
  }
  return lists.values();
}

/** Whether a pattern covers all that `text` stands for, and more. */
function isWider(pattern: string, text: string): boolean {
  // Read as text, a `*` of the narrower one would pass for the single character of `?`.
  const isSound = !(pattern.includes('?') && text.includes('*'));
  return isSound && matchesActionPattern(pattern, text) && !matchesActionPattern(text, pattern);
}
