import * as l10n from '@vscode/l10n';
import type { PolicyString, Principal } from '../policy/model.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { removeItemFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { isOneOfSeveral } from './support/principalMapping.js';
import { principalIdentity } from './support/sameAudience.js';

/** The same principal twice in one list; an account and its `root` ARN are the same principal. */
export const principalDuplicate = defineRule({
  id: 'principal-duplicate',
  defaultLevel: 'info',
  tags: ['style'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-duplicate'],
  fixable: 'always',

  *check(context) {
    for (const { principal: element } of context.policy.statements) {
      const seen = new Map<string, Principal>();
      for (const principal of element?.principals ?? []) {
        const identity = principalIdentity(principal);
        // A type that stands twice is another mistake: only the last of the two counts.
        if (element === undefined || identity === undefined || !isOneOfSeveral(element, principal)) {
          continue;
        }
        const first = seen.get(identity)?.value;
        if (first === undefined) {
          seen.set(identity, principal);
        } else {
          yield report(context, principal, first);
        }
      }
    }
  },
});

function report(context: RuleContext, { value, path }: Principal, first: PolicyString): Finding {
  const text = value.known ?? '';
  const firstText = first.known ?? '';
  return {
    span: value.span,
    message:
      text === firstText
        ? l10n.t('The principal "{0}" is listed twice.', text)
        : l10n.t('The principal "{0}" is listed already: "{1}" is the same account.', text, firstText),
    related: [{ span: first.span, message: l10n.t('First listed here.') }],
    fixes: [removeItemFix(context, path, text, true)],
  };
}
