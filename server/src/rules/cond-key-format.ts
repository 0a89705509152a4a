import * as l10n from '@vscode/l10n';
import { findConditionKey, listConditionKeys } from '../knowledge/conditionKeyLookup.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import { defineRule } from './rule.js';
import { renameKeyFix } from './support/conditionFixes.js';
import { listConditions } from './support/conditions.js';

/** Every condition key has a prefix that says who defines it: `aws`, a service, an identity provider. */
export const condKeyFormat = defineRule({
  id: 'cond-key-format',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-key-format'],
  peers: ['INVALID_CONDITION_KEY_FORMAT', 'invalid_condition_key'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listConditions(context)) {
      const { keyName, key } = condition;
      if (/^[^:]+:[\s\S]+$/.test(keyName)) {
        continue;
      }
      const meant = withPrefix(context.reference, keyName);
      yield {
        span: key.span,
        message:
          meant === undefined
            ? l10n.t('Invalid condition key "{0}": a key is written as "prefix:name", as in "aws:SourceArn".', keyName)
            : l10n.t(
                'Expected the condition key "{0}" to be "{1}": a key is written as "prefix:name".',
                keyName,
                meant,
              ),
        fixes: meant === undefined ? [] : renameKeyFix(context, condition, meant, { safe: false }),
      };
    }
  },
});

/** The one global or KMS key that has this name after its prefix. */
function withPrefix(reference: ServiceReference, name: string): string | undefined {
  const bare = name.replace(/^:|:$/g, '');
  if (bare === '' || bare.includes(':')) {
    return undefined;
  }
  const prefixes = [...new Set(listConditionKeys(reference, ['aws', 'kms']).map((key) => key.service))];
  const found = prefixes.flatMap((prefix) => findConditionKey(reference, `${prefix}:${bare}`)?.name ?? []);
  return found.length === 1 ? found[0] : undefined;
}
