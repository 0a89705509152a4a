import * as l10n from '@vscode/l10n';
import { encryptionContextKeyOf } from '../knowledge/kmsConditionKeys.js';
import type { Statement } from '../policy/model.js';
import { defineRule } from './rule.js';
import { decryptGrantsOf } from './support/decryptGrants.js';
import { isEveryKey } from './support/kmsResources.js';
import { ownKeysFix } from './support/ownKeysFix.js';
import { resourceItems } from './support/resourceItems.js';

/** Keys that tell keys, or what they are used for, apart. */
const SCOPING: ReadonlySet<string> = new Set([
  'kms:viaservice',
  'kms:resourcealiases',
  'kms:requestalias',
  'kms:encryptioncontextkeys',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
]);

/** Whoever may decrypt with every key reads whatever else he can lay hands on. */
export const kmsDecryptAllKeys = defineRule({
  id: 'kms-decrypt-all-keys',
  defaultLevel: 'warning',
  tags: ['security', 'encryption'],
  kinds: ['identity-policy'],
  scope: 'statement',
  catalogue: ['kms-decrypt-all-keys'],
  peers: [
    'KMS.1',
    'KMS.2',
    'iam-customer-policy-blocked-kms-actions',
    'iam-inline-policy-blocked-kms-actions',
    'kms_key_decryption_restricted_in_iam_customer_managed_policy',
    'block-kms-policy-wildcard',
    'AwsSolutions-IAM5',
  ],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const isScoped = mayBeScoped(statement);
      const [resource, ...others] = resourceItems(context, statement).filter(isEveryKey);
      for (const { value, text } of decryptGrantsOf(context, statement)) {
        yield {
          span: value.span,
          // AWS's own controls ignore conditions, and report this all the same.
          ...(isScoped && { level: 'info' as const }),
          message: isScoped
            ? l10n.t(
                'Broad permission "{0}": it allows decryption under every key, and only a condition limits it. Security Hub ignores conditions.',
                text,
              )
            : l10n.t(
                'Unscoped permission "{0}": it allows decryption under every key of every account. Name the keys that are meant.',
                text,
              ),
          fixes: resource === undefined || others.length > 0 ? [] : ownKeysFix(context, statement, resource),
        };
      }
    }
  },
});

/** Whether a condition limits the keys; one that cannot be read may do so. */
function mayBeScoped({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => {
    const name = key.known?.toLowerCase();
    return (
      name === undefined ||
      SCOPING.has(name) ||
      name.startsWith('aws:resourcetag/') ||
      encryptionContextKeyOf(name) !== undefined
    );
  });
}
