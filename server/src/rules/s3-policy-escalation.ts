import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { findBucketEscalations } from './support/bucketEscalation.js';

/** Who may change a bucket's policy can give themselves what their own policy leaves out. */
export const s3PolicyEscalation = defineRule({
  id: 's3-policy-escalation',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['s3-policy-escalation'],
  peers: ['RESOURCE_POLICY_PRIVILEGE_ESCALATION'],
  fixable: 'never',

  *check(context) {
    for (const { value, text } of findBucketEscalations(context)) {
      yield {
        span: value.span,
        message: l10n.t(
          'Escalating action "{0}": the policy allows no access to objects, but its holder can take it by changing the policy of the bucket.',
          text,
        ),
      };
    }
  },
});
