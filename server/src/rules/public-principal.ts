import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { bindToAccount } from './support/accountCondition.js';
import { PUBLIC_KINDS } from './support/kinds.js';
import { publicStatements } from './support/publicStatements.js';

/** `*` without a condition is every identity of every AWS account. */
export const publicPrincipal = defineRule({
  id: 'public-principal',
  defaultLevel: 'error',
  tags: ['security'],
  kinds: PUBLIC_KINDS,
  catalogue: ['public-principal', 'public-ok-pattern'],
  peers: [
    'CheckNoPublicAccess',
    'CKV_AWS_33',
    'CKV_AWS_70',
    'CKV_AWS_283',
    'kms_key_not_publicly_accessible',
    'F16',
    'F76',
    'KMS_NO_WILDCARD_PRINCIPAL',
    'KMS.5',
    'kms-key-policy-no-public-access',
    'kms_cmk_policy_prohibit_public_access',
    'overly_permissive',
  ],
  fixable: 'sometimes',

  *check(context) {
    const { kind } = context;
    for (const { statement, everyone, exposure } of publicStatements(context)) {
      if (exposure === 'everyone') {
        yield {
          span: everyone.value.span,
          // Buckets of public websites are open on purpose.
          ...(kind === 'bucket-policy' && { level: 'warning' }),
          message: l10n.t('Public principal "{0}": the statement lets in everyone of every AWS account.', '*'),
          fixes: kind === 'key-policy' ? bindToAccount(context, statement) : [],
        };
      }
    }
  },
});
