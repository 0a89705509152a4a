import * as l10n from '@vscode/l10n';
import { isMultiValued } from '../knowledge/conditionKeyLookup.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { isSameKey, readLegalConditions } from './support/conditions.js';

/**
 * `ForAnyValue` fails for a request without the key. A Deny of "any value but these" is meant as a list of what may come,
 * and lets a request pass that brings nothing. kms-facts section 7.
 */
export const condForanyvalueDeny = defineRule({
  id: 'cond-foranyvalue-deny',
  defaultLevel: 'warning',
  tags: ['security'],
  kinds: ['key-policy', 'identity-policy', 'vpc-endpoint-policy', 'scp', 'rcp'],
  catalogue: ['cond-foranyvalue-deny'],
  peers: ['foranyvalue_deny_without_null_check'],
  fixable: 'never',

  *check(context) {
    const candidates = select(context, deniesByAnyValue).flatMap((each) => readLegalConditions(context, each));
    for (const { parsed, statement, keyName, operator, values } of candidates) {
      const isListOfPermitted = parsed.setOperator === 'ForAnyValue' && parsed.operator.negated && !parsed.ifExists;
      if (statement.effect !== 'Deny' || !isListOfPermitted || values.length === 0) {
        continue;
      }
      // On other keys the set operator itself is the mistake: cond-set-on-single.
      if (isMultiValued(context.reference, keyName) !== true || deniesAbsence(context, keyName)) {
        continue;
      }
      yield {
        span: operator.span,
        message: l10n.t(
          'Unguarded "ForAnyValue" on "{0}": the Deny lets requests pass that do not carry the key at all. Deny them too, with "Null" in a statement of its own.',
          keyName,
        ),
      };
    }
  },
});

/** Some Deny tests whether the key is there at all. */
function deniesAbsence(context: RuleContext, key: string): boolean {
  return context.policy.statements.some(
    (statement) =>
      statement.effect === 'Deny' &&
      readLegalConditions(context, statement).some(
        ({ parsed, keyName }) => parsed.operator.family === 'Null' && isSameKey(keyName, key),
      ),
  );
}

function deniesByAnyValue({ effect, conditions }: Statement): boolean {
  return effect === 'Deny' && conditions.some(({ operator }) => /^foranyvalue:/i.test(operator.known ?? ''));
}
