import * as l10n from '@vscode/l10n';
import { findEncryptionContext } from '../knowledge/encryptionContexts.js';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

/** A context key that an author may well use for something else, in letters of their own choice. */
const ORDINARY_WORDS: ReadonlySet<string> = new Set(['service']);

/**
 * `kms:EncryptionContextKeys` compares the names that a service writes, letter by letter. In the name of a condition key
 * (`kms:EncryptionContext:…`) the case does not matter. kms-facts section 8.b.
 */
export const encContextKeyCase = defineRule({
  id: 'enc-context-key-case',
  defaultLevel: 'info',
  tags: ['correctness', 'encryption'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['enc-context-key-case'],
  fixable: 'always',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      const { family, ignoresCase } = parsed.operator;
      if (getKmsConditionKey(keyName)?.valueForm !== 'context-key' || family !== 'String' || ignoresCase) {
        continue;
      }
      for (const value of fixedValues(values)) {
        const meant = findEncryptionContext(value.known);
        if (meant !== undefined && meant.key !== value.known && !ORDINARY_WORDS.has(meant.key)) {
          yield {
            span: value.span,
            message: l10n.t(
              'Expected "{0}" to be "{1}": {2} writes the name so, and "{3}" compares letter case.',
              value.known,
              meant.key,
              meant.service,
              keyName,
            ),
            fixes: replaceStringFix(context, value, meant.key, false),
          };
        }
      }
    }
  },
});
