import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { parseArn } from '../policy/arn.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';

const PREFIX = 'alias/';

/** Alias keys hold names (`alias/app`), never ARNs. */
export const kmsCondAliasForm = defineRule({
  id: 'kms-cond-alias-form',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['kms-cond-alias-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const { parsed, keyName, values } of listLegalConditions(context)) {
      if (getKmsConditionKey(keyName)?.valueForm !== 'alias-name' || parsed.operator.family === 'Null') {
        continue;
      }
      for (const value of fixedValues(values)) {
        if (canBeAliasName(value.known)) {
          continue;
        }
        const meant = aliasNameOf(value.known);
        yield {
          span: value.span,
          message:
            meant === undefined
              ? l10n.t('Invalid alias "{0}": "{1}" compares with names such as "alias/app".', value.known, keyName)
              : l10n.t(
                  'Expected the alias "{0}" to be "{1}": "{2}" compares with names that begin with "alias/".',
                  value.known,
                  meant,
                  keyName,
                ),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

/** What stands before the first wildcard agrees with `alias/`, as far as both go. */
function canBeAliasName(text: string): boolean {
  const head = text.split(/[*?]/)[0] ?? '';
  return head.startsWith(PREFIX) ? true : head.length < text.length && PREFIX.startsWith(head);
}

function aliasNameOf(text: string): string | undefined {
  const resource = parseArn(text)?.resource;
  if (resource !== undefined) {
    return resource.startsWith(PREFIX) ? resource : undefined;
  }
  if (/^alias[/:]/i.test(text)) {
    return `${PREFIX}${text.slice(PREFIX.length)}`;
  }
  return /^[\w*?][\w/*?-]*$/.test(text) && !/^[0-9a-f]{8}-/.test(text) ? `${PREFIX}${text}` : undefined;
}
