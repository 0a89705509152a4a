import * as l10n from '@vscode/l10n';
import { findConditionKey } from '../knowledge/conditionKeyLookup.js';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import { parseArn } from '../policy/arn.js';
import { defineRule } from './rule.js';
import { replaceOperatorFix } from './support/conditionFixes.js';
import { fixedValues, type LegalCondition, listLegalConditions } from './support/conditions.js';
import { typesOfKey } from './support/operatorTypes.js';

/**
 * `StringEquals` compares `*` as a character. `ArnEquals` does not: it takes wildcards exactly as `ArnLike` does, and is
 * never reported here.
 */
export const condWildcardNeedsLike = defineRule({
  id: 'cond-wildcard-needs-like',
  defaultLevel: 'warning',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-wildcard-needs-like', 'viaservice-equals-wildcard', 'logs-context-string-wildcard'],
  peers: ['WILDCARD_WITHOUT_LIKE_OPERATOR'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { parsed, keyName, values } = condition;
      const types = typesOfKey(context.reference, keyName);
      // A key we do not know may well carry a literal star.
      if (parsed.operator.family !== 'String' || parsed.operator.wildcards || types.length === 0) {
        continue;
      }
      if (findConditionKey(context.reference, keyName)?.type === 'Bool') {
        continue; // cond-operator-type
      }
      const isArn = types[0] === 'ARN';
      for (const { span, known } of fixedValues(values)) {
        // `?` is common in plain text; in an ARN it cannot stand for itself.
        if (!known.includes('*') && !(isArn && known.includes('?'))) {
          continue;
        }
        const like = likeOperator(condition, isArn);
        yield {
          span,
          message:
            like === undefined
              ? l10n.t(
                  'Literal wildcard in "{0}": "{1}" compares "*" and "?" as characters.',
                  known,
                  condition.operatorName,
                )
              : l10n.t(
                  'Literal wildcard in "{0}": "{1}" compares "*" and "?" as characters, "{2}" as wildcards.',
                  known,
                  condition.operatorName,
                  like,
                ),
          // A bare star would let everything in; that is not for a fix to write.
          fixes:
            like === undefined || /^\*+$/.test(known)
              ? []
              : replaceOperatorFix(context, condition, like, { safe: false }),
        };
      }
    }
  },
});

/** The operator that reads wildcards, with prefix and suffix kept; none ignores letter case. */
function likeOperator({ parsed, keyName, values }: LegalCondition, isArn: boolean): string | undefined {
  const { operator, setOperator, ifExists } = parsed;
  if (operator.ignoresCase) {
    return undefined;
  }
  // Services send ARNs in the encryption context; AWS's own statements test those with ARN operators.
  const holdsArns =
    (isArn || encryptionContextKeyOf(keyName) !== undefined) &&
    values.every(({ known }) => known !== undefined && parseArn(known) !== undefined);
  const name = `${holdsArns ? 'Arn' : 'String'}${operator.negated ? 'Not' : ''}Like`;
  return `${setOperator === undefined ? '' : `${setOperator}:`}${name}${ifExists ? 'IfExists' : ''}`;
}
