import * as l10n from '@vscode/l10n';
import { hasWildcard, matchesWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { isEverything, type ResourceItem, resourceItems } from './support/resourceItems.js';

/** A resource that a wider pattern of the same list covers, or that is listed twice. */
export const resourceRedundant = defineRule({
  id: 'resource-redundant',
  defaultLevel: 'info',
  tags: ['style'],
  kinds: [
    'identity-policy',
    'logs-resource-policy',
    'bucket-policy',
    'vpc-endpoint-policy',
    'delivery-destination-policy',
    'scp',
    'rcp',
  ],
  scope: 'statement',
  catalogue: ['resource-redundant'],
  peers: ['REDUNDANT_RESOURCE'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const items = resourceItems(context, statement);
      const patterns = items.filter(({ text }) => hasWildcard(text) && !text.includes('${'));
      const seen = new Map<string, ResourceItem>();
      for (const item of items) {
        const first = seen.get(item.text);
        const cover = first ?? patterns.find((pattern) => isWider(pattern, item));
        seen.set(item.text, first ?? item);
        if (cover === undefined) {
          continue;
        }
        yield {
          span: item.value.span,
          message:
            cover === first
              ? l10n.t('The resource "{0}" is listed twice.', item.text)
              : l10n.t('The resource "{0}" is covered by "{1}".', item.text, cover.text),
          related: [{ span: cover.value.span, message: l10n.t('This covers it.') }],
          fixes: [removeItemFix(context, item.path, item.text, true)],
        };
      }
    }
  },
});

/** Whether a pattern covers all that another text stands for, and more: part by part, as AWS compares ARNs. */
function isWider(pattern: ResourceItem, { text, arn }: ResourceItem): boolean {
  if (isEverything(pattern.text)) {
    return !isEverything(text);
  }
  const wide = pattern.arn;
  // Read as text, a `*` of the narrower one would pass for the single character of `?`.
  if (wide === undefined || arn === undefined || (pattern.text.includes('?') && text.includes('*'))) {
    return false;
  }
  const parts = ['partition', 'service', 'region', 'account', 'resource'] as const;
  const covers = parts.every((part) => matchesWildcard(wide[part], arn[part]));
  return covers && !parts.every((part) => matchesWildcard(arn[part], wide[part]));
}
