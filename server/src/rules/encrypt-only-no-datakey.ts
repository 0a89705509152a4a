import * as l10n from '@vscode/l10n';
import { DATA_KEY_ACTIONS, usesDataKeysForCallers, usesDataKeysItself } from '../knowledge/serviceKeyUse.js';
import { select } from '../policy/memo.js';
import type { Statement } from '../policy/model.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule, type RuleContext } from './rule.js';
import { addActionsFix } from './support/actionBundles.js';
import { isGivenElsewhere } from './support/elsewhere.js';
import { serviceStatements } from './support/serviceStatements.js';
import { isUnfinished } from './support/unfinished.js';
import { demandedViaServices } from './support/viaService.js';

/** Services encrypt with data keys, which `kms:Encrypt` does not make: nothing can be written. */
export const encryptOnlyNoDatakey = defineRule({
  id: 'encrypt-only-no-datakey',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy', 'identity-policy'],
  catalogue: ['encrypt-only-no-datakey'],
  fixable: 'sometimes',

  *check(context) {
    const { policy } = context;
    for (const statement of isUnfinished(context, policy.span) ? [] : select(context, onlyEncrypts)) {
      const service = findService(context, statement);
      if (service === undefined || isGivenElsewhere(policy, statement, DATA_KEY_ACTIONS)) {
        continue;
      }
      if (statement.action !== undefined) {
        yield {
          span: statement.action.entry.key.span,
          message: l10n.t(
            'Incomplete permissions for "{0}": the service encrypts with data keys, which need "{1}"; "{2}" makes none.',
            service,
            'kms:GenerateDataKey*',
            'kms:Encrypt',
          ),
          fixes: addActionsFix(context, statement, ['kms:GenerateDataKey*']),
        };
      }
    }
  },
});

/** What the statement says of the service: the name that it asks for in `kms:ViaService`, or its only principals. */
function findService(context: RuleContext, statement: Statement): string | undefined {
  const via = demandedViaServices(context, statement);
  if (via !== undefined) {
    return via.every(({ prefix }) => usesDataKeysForCallers(prefix)) ? via[0]?.prefix : undefined;
  }
  const own = serviceStatements(context).find((found) => found.statement === statement);
  return own?.isTheirsAlone === true && own.services.every(({ parsed }) => usesDataKeysItself(parsed.principal.id))
    ? own.services[0]?.text
    : undefined;
}

function onlyEncrypts(statement: Statement): boolean {
  const { effect, action } = statement;
  return (
    effect === 'Allow' &&
    action?.negated === false &&
    coversAction(statement, 'kms:Encrypt') === 'yes' &&
    DATA_KEY_ACTIONS.every((name) => coversAction(statement, name) === 'no')
  );
}
