import * as l10n from '@vscode/l10n';
import { DATA_READING_ACTIONS } from '../knowledge/sensitiveActions.js';
import { defineRule } from './rule.js';
import { findSensitiveReach } from './support/sensitiveReach.js';
import { quoteAction } from './support/unlimitedActions.js';

/** Reading everything that is stored is how data leaves an account. */
export const dataExfiltration = defineRule({
  id: 'data-exfiltration',
  defaultLevel: 'info',
  tags: ['security'],
  kinds: ['identity-policy'],
  catalogue: ['data-exfiltration'],
  peers: ['DataExfiltration', 'CKV_AWS_108', 'CKV_AWS_288'],
  fixable: 'never',

  *check(context) {
    for (const { item, found } of findSensitiveReach(context, DATA_READING_ACTIONS)) {
      yield {
        span: item.value.span,
        message: l10n.t(
          'Unscoped action {0}: on every resource it reads all data that is stored there. Name the resources.',
          quoteAction(item.text, found),
        ),
      };
    }
  },
});
