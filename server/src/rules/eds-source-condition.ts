import * as l10n from '@vscode/l10n';
import { parseArn } from '../policy/arn.js';
import { defineRule } from './rule.js';
import { removeConditionFix } from './support/conditionFixes.js';
import { demandsKey, fixedValues, isSameKey, readLegalConditions } from './support/conditions.js';
import { statementsOfService } from './support/serviceStatements.js';

/** The ARN of an event data store holds an id that exists only once the store does (recipes T26). */
export const edsSourceCondition = defineRule({
  id: 'eds-source-condition',
  defaultLevel: 'off',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['eds-source-condition'],
  fixable: 'always',

  *check(context) {
    for (const { statement } of statementsOfService(context, 'cloudtrail')) {
      for (const condition of readLegalConditions(context, statement)) {
        const store = [...fixedValues(condition.values)].find(({ known }) =>
          parseArn(known)?.resource.startsWith('eventdatastore/'),
        );
        if (store !== undefined && isSameKey(condition.keyName, 'aws:SourceArn') && demandsKey(condition)) {
          yield {
            span: store.span,
            message: l10n.t(
              'Premature condition on "{0}": the id of the store is known only when it exists, and creating it under this policy fails. Add the condition afterwards.',
              store.known,
            ),
            fixes: removeConditionFix(context, condition, { safe: false }),
          };
        }
      }
    }
  },
});
