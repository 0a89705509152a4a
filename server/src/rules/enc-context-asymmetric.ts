import * as l10n from '@vscode/l10n';
import { hasEncryptionContext } from '../knowledge/kmsActions.js';
import { defineRule } from './rule.js';
import { removeConditionFix } from './support/conditionFixes.js';
import { demandsKey, readLegalConditions } from './support/conditions.js';
import { isContextConditionKey } from './support/contextConditions.js';
import { listKmsActions } from './support/deadActions.js';
import { type KeyTraits, readKeyTraits } from './support/keyTraits.js';

/** Only symmetric encryption takes an encryption context; for any other key the condition is never met (section 11). */
export const encContextAsymmetric = defineRule({
  id: 'enc-context-asymmetric',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  scope: 'statement',
  catalogue: ['enc-context-asymmetric'],
  fixable: 'always',

  *check(context) {
    for (const statement of context.policy.statements) {
      const conditions = readLegalConditions(context, statement).filter(
        (condition) => isContextConditionKey(condition.keyName) && demandsKey(condition),
      );
      const { types, described } = conditions.length > 0 ? readKeyTraits(context, statement) : NOTHING;
      if (types.length === 0 || types.includes('symmetric')) {
        continue;
      }
      const listed = listKmsActions(context, statement);
      // Actions that no key gives a context to are for enc-context-wrong-action.
      const isReported = statement.effect === 'Allow' && listed.length > 0;
      if (isReported && listed.every(({ actions }) => actions.every(({ name }) => !hasEncryptionContext(name)))) {
        continue;
      }
      for (const condition of conditions) {
        yield {
          span: condition.key.span,
          message: l10n.t(
            'Unsupported condition key "{0}": requests on a key of "{1}" carry no encryption context, so the statement never applies.',
            condition.keyName,
            described,
          ),
          fixes: removeConditionFix(context, condition, { safe: false }),
        };
      }
    }
  },
});

const NOTHING: Pick<KeyTraits, 'types' | 'described'> = { types: [], described: '' };
