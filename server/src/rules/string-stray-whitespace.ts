import * as l10n from '@vscode/l10n';
import type { PolicyString, Statement } from '../policy/model.js';
import { hasStrayWhitespace, trimInvisible } from '../policy/strayWhitespace.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { isIllegalText } from './support/wrongCharacters.js';

/** Blanks at the ends of a name, or invisible characters in it: it looks right and matches nothing. */
export const stringStrayWhitespace = defineRule({
  id: 'string-stray-whitespace',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['string-stray-whitespace'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      for (const value of namesIn(statement)) {
        const text = value.known;
        if (text === undefined || !hasStrayWhitespace(text) || isIllegalText(context, text)) {
          continue;
        }
        const trimmed = trimInvisible(text);
        yield {
          span: value.span,
          message: l10n.t('Invalid blank or invisible character in "{0}": AWS takes it as part of the name.', trimmed),
          // AWS may have ignored the name so far; trimmed it can grant or deny.
          fixes: replaceStringFix(context, value, trimmed, false),
        };
      }
    }
  },
});

/** Strings that AWS compares with names of its own. Condition values and `Sid` are free text. */
function namesIn({ action, resource, principal, conditions }: Statement): ReadonlySet<PolicyString> {
  const operators = new Map(conditions.map(({ operatorEntry, operator }) => [operatorEntry, operator]));
  return new Set([
    ...(principal?.principals.map(({ value }) => value) ?? []),
    ...(action?.values ?? []),
    ...(resource?.values ?? []),
    ...operators.values(),
    ...conditions.map(({ key }) => key),
  ]);
}
