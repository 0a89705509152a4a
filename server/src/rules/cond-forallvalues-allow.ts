import * as l10n from '@vscode/l10n';
import { expandActionPattern } from '../knowledge/actionLookup.js';
import { isMultiValued } from '../knowledge/conditionKeyLookup.js';
import { isCarriedByEveryRequest } from '../knowledge/requiredRequestKeys.js';
import type { Statement } from '../policy/model.js';
import { defineRule, type RuleContext } from './rule.js';
import { demandsKey, hasVariable, listLegalConditions, readLegalConditions } from './support/conditions.js';

/** `ForAllValues` holds for a request without the key: in an Allow, whoever sends nothing gets in. */
export const condForallvaluesAllow = defineRule({
  id: 'cond-forallvalues-allow',
  defaultLevel: 'warning',
  tags: ['security'],
  scope: 'statement',
  catalogue: ['cond-forallvalues-allow'],
  peers: ['PERMISSIVE_SET_OPERATOR', 'forallvalues_allow_without_null_check'],
  fixable: 'always',

  *check(context) {
    for (const { parsed, statement, keyName, operator, values } of listLegalConditions(context)) {
      if (statement.effect !== 'Allow' || parsed.setOperator !== 'ForAllValues' || parsed.operator.negated) {
        continue;
      }
      if (isMultiValued(context.reference, keyName) !== true || isGuarded(context, statement)) {
        continue;
      }
      if (values.length === 0) {
        continue; // cond-empty
      }
      if (isAlwaysCarried(context, statement, keyName)) {
        continue;
      }
      yield {
        span: operator.span,
        message: l10n.t(
          'Unguarded "ForAllValues" on "{0}": it also allows requests that do not carry the key at all.',
          keyName,
        ),
        fixes: [
          {
            title: l10n.t('Demand that "{0}" is present', keyName),
            safe: false,
            edits: () => context.source.editor.set([...statement.path, 'Condition', 'Null', keyName], 'false'),
          },
        ],
      };
    }
  },
});

/** Another condition narrows the statement already (kms-facts section 7: ForAnyValue, Null or a positive test). */
function isGuarded(context: RuleContext, statement: Statement): boolean {
  return (
    readLegalConditions(context, statement).some(demandsKey) ||
    statement.conditions.some(({ key }) => key.known === undefined)
  );
}

/** None of the operations can be called without the key. Also true where nothing can be said of the operations. */
function isAlwaysCarried({ reference }: RuleContext, { action }: Statement, key: string): boolean {
  const texts = (action?.values ?? []).map(({ known }) => known ?? '');
  if (
    action === undefined ||
    action.negated ||
    texts.length === 0 ||
    texts.some((text) => text === '' || hasVariable(text))
  ) {
    return true;
  }
  return texts.every((text) => {
    const actions = expandActionPattern(reference, text);
    return actions.length > 0 && actions.every((item) => isCarriedByEveryRequest(item, key));
  });
}
