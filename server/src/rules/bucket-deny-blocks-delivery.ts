import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { findDeniedWriter } from './support/bucketWriters.js';
import { exemptServicesFix, findServiceDenial } from './support/serviceDenials.js';

/** Log services write in their own name, from their own network and organization. */
export const bucketDenyBlocksDelivery = defineRule({
  id: 'bucket-deny-blocks-delivery',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['bucket-policy'],
  catalogue: ['bucket-deny-blocks-delivery'],
  fixable: 'sometimes',

  *check(context) {
    for (const statement of context.policy.statements) {
      const denial = findServiceDenial(context, statement);
      const writer = denial === undefined ? undefined : findDeniedWriter(context, statement);
      if (denial !== undefined && writer !== undefined) {
        yield {
          span: denial.condition.key.span,
          message: l10n.t(
            'Overreaching Deny: "{0}" writes logs into the bucket and does not come with your "{1}", so nothing is delivered.',
            writer.text,
            denial.condition.keyName,
          ),
          related: [{ span: writer.principal.value.span, message: l10n.t('The policy lets this service write.') }],
          fixes: exemptServicesFix(context, statement, denial.hitsForwarded),
        };
      }
    }
  },
});
