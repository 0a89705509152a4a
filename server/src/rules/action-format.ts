import * as l10n from '@vscode/l10n';
import { type ActionText, expandActionPattern, parseActionText } from '../knowledge/actionLookup.js';
import { findServicesOfKind } from '../knowledge/policyKindServices.js';
import { hasPolicyVariable } from '../policy/placeholders.js';
import { defineRule, type RuleContext } from './rule.js';
import { actionItems } from './support/actionItems.js';
import { replaceStringFix } from './support/fixes.js';

/** Services to look a bare action up in when the kind of policy does not tell. */
const USUAL_SERVICES = ['kms', 'logs'];

/** An action is `*`, or the prefix of a service, one colon, and a name. */
export const actionFormat = defineRule({
  id: 'action-format',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['action-format'],
  peers: ['UNKNOWN_ACTION', 'W3037', 'invalid_action', 'UNRECOGNIZED_ACTION'],
  fixable: 'sometimes',

  *check(context) {
    for (const { value, text } of actionItems(context)) {
      const parsed = parseActionText(text);
      if (parsed.kind === 'malformed' && !hasPolicyVariable(text)) {
        const meant = repair(context, text);
        yield {
          span: value.span,
          message:
            meant === undefined
              ? describe(parsed, text)
              : l10n.t('Expected the action "{0}" to be "{1}".', text, meant),
          // A pattern may cover more than its author thought of.
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, !meant.includes('*')),
        };
      } else if (parsed.kind === 'action' && parsed.servicePattern && text !== '*:*') {
        yield {
          span: value.span,
          level: 'warning',
          message: l10n.t(
            'Invalid action "{0}": wildcards may stand in the name of an action, not in its service.',
            text,
          ),
        };
      }
    }
  },
});

function describe(parsed: ActionText & { readonly kind: 'malformed' }, text: string): string {
  switch (parsed.reason) {
    case 'no-colon':
      return l10n.t('Invalid action "{0}": the prefix of the service is missing, as in "kms:Decrypt".', text);
    case 'two-colons':
      return l10n.t('Invalid action "{0}": an action has one colon, as in "kms:Decrypt".', text);
    case 'empty-part':
      return l10n.t('Invalid action "{0}": expected a service and a name, as in "kms:Decrypt".', text);
    case 'illegal-character':
      return l10n.t('Invalid action "{0}": it holds a character that no action has.', text);
  }
}

/** The one action or pattern of a fitting service that the text can have meant. */
function repair({ reference, kind }: RuleContext, text: string): string | undefined {
  const words = text
    .trim()
    .split(/[\s:.;/]+/)
    .filter((word) => word !== '');
  const [first = '', second] = words;
  if (words.length > 2 || !/^[\w*?-]+$/.test(first + (second ?? ''))) {
    return undefined;
  }
  const candidates =
    second === undefined
      ? (findServicesOfKind(kind) ?? USUAL_SERVICES).map((service) => `${service}:${first}`)
      : [`${first}:${second}`];
  const known = candidates.filter((candidate) => expandActionPattern(reference, candidate).length > 0);
  // `*` in the place of a name fits every service.
  return known.length === 1 && !/^\*+$/.test(second ?? first) ? known[0] : undefined;
}
