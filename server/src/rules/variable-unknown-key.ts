import * as l10n from '@vscode/l10n';
import { findConditionKey, nearestConditionKey } from '../knowledge/conditionKeyLookup.js';
import { findVariables, readVariable } from '../policy/policyVariables.js';
import { defineRule } from './rule.js';
import { findUnfinishedFamily, hasKnownPrefix } from './support/conditionKeyNames.js';
import { replaceStringFix } from './support/fixes.js';
import { readsVariables, variableTexts } from './support/variableTexts.js';

/** A variable is the value of a condition key; of a key that no request carries there is no value, and no match. */
export const variableUnknownKey = defineRule({
  id: 'variable-unknown-key',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['variable-unknown-key'],
  fixable: 'sometimes',

  *check(context) {
    const { reference } = context;
    for (const statement of readsVariables(context) ? context.policy.statements : []) {
      for (const value of variableTexts(context, statement)) {
        for (const { start, body, isClosed } of findVariables(value.known)) {
          const name = readVariable(body)?.name ?? '';
          const isJudged = isClosed && !/\s/.test(name) && hasKnownPrefix(reference, name); // variable-syntax
          if (!isJudged || findConditionKey(reference, name) !== undefined) {
            continue;
          }
          const isFamily = findUnfinishedFamily(reference, name) !== undefined;
          const meant = isFamily ? undefined : nearestConditionKey(reference, name);
          const place = start + '${'.length;
          yield {
            span: value.span,
            message: describe(name, isFamily, meant),
            fixes:
              meant === undefined
                ? []
                : replaceStringFix(
                    context,
                    value,
                    value.known.slice(0, place) + meant + value.known.slice(place + name.length),
                    false,
                  ),
          };
        }
      }
    }
  },
});

function describe(name: string, isFamily: boolean, meant: string | undefined): string {
  if (isFamily) {
    return l10n.t('Incomplete variable "{0}": the key of the tag must follow, as in "{1}".', name, `${name}/team`);
  }
  return meant === undefined
    ? l10n.t('Unknown variable "{0}": no request carries such a condition key.', name)
    : l10n.t('Unknown variable "{0}": no request carries such a condition key. Perhaps "{1}" is meant.', name, meant);
}
