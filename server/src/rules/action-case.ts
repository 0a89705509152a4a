import * as l10n from '@vscode/l10n';
import { findAction, parseActionText } from '../knowledge/actionLookup.js';
import { defineRule, type RuleContext } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { replaceStringFix } from './support/fixes.js';

/** AWS compares actions without case; people and searches do not. */
export const actionCase = defineRule({
  id: 'action-case',
  // A matter of taste: the policy means the same.
  defaultLevel: 'off',
  tags: ['style'],
  scope: 'statement',
  catalogue: ['action-case'],
  fixable: 'always',

  *check(context) {
    for (const { value, text } of actionItems(context)) {
      const usual = usualSpelling(context, text);
      if (usual !== undefined && usual !== text) {
        yield {
          span: value.span,
          message: l10n.t('Expected the action "{0}" to be spelt "{1}", as AWS does.', text, usual),
          fixes: replaceStringFix(context, value, usual, true),
        };
      }
    }
  },
});

/** Of a pattern only the service can be told. Undefined for what AWS does not know. */
function usualSpelling({ reference }: RuleContext, text: string): string | undefined {
  const parsed = parseActionText(text);
  if (parsed.kind !== 'action') {
    return undefined;
  }
  const prefix = reference.findService(parsed.service)?.prefix;
  return parsed.wildcard && prefix !== undefined ? `${prefix}:${parsed.name}` : findAction(reference, text)?.id;
}
