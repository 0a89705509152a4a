import * as l10n from '@vscode/l10n';
import { findConditionKey, nearestConditionKey } from '../knowledge/conditionKeyLookup.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { findUnfinishedFamily, hasKnownPrefix } from './support/conditionKeyNames.js';
import { listConditions, type ReadCondition } from './support/conditions.js';

/** A key that no request carries makes every positive test fail and every negated one pass, without a word from AWS. */
export const condKeyUnknown = defineRule({
  id: 'cond-key-unknown',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-global-key-unknown', 'cond-service-key-unknown'],
  peers: [
    'INVALID_GLOBAL_CONDITION_KEY',
    'INVALID_SERVICE_CONDITION_KEY',
    'UNKNOWN_CONDITION_FOR_ACTION',
    'UNRECOGNIZED_CONDITION_KEY',
    'invalid_condition_key',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listConditions(context)) {
      if (hasKnownPrefix(context.reference, condition.keyName)) {
        const finding = judge(context, condition);
        if (finding !== undefined) {
          yield finding;
        }
      }
    }
  },
});

function judge(context: RuleContext, condition: ReadCondition): Finding | undefined {
  const { reference } = context;
  const { keyName, key } = condition;
  if (findConditionKey(reference, keyName) !== undefined) {
    return undefined;
  }
  const family = findUnfinishedFamily(reference, keyName);
  if (family?.separator === '/') {
    return undefined; // cond-tag-key-missing says what is missing
  }
  if (family !== undefined) {
    return {
      span: key.span,
      message: l10n.t(
        'Unknown condition key "{0}": the name that it tests must follow, as in "{1}:AppName".',
        keyName,
        family.name,
      ),
    };
  }
  const meant = nearestConditionKey(reference, keyName);
  if (meant === undefined) {
    return {
      span: key.span,
      // The reference is of a certain day, and services get new keys.
      level: 'warning',
      message: l10n.t(
        'Unknown condition key "{0}": AWS documented no such key on {1}, and a key that no request carries is never matched.',
        keyName,
        reference.date,
      ),
    };
  }
  return {
    span: key.span,
    message: l10n.t(
      'Unknown condition key "{0}": no request carries it, so it is never matched. Perhaps "{1}" is meant.',
      keyName,
      meant,
    ),
    fixes: renameKeyFix(context, condition, meant, { safe: false }),
  };
}
