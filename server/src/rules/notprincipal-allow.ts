import * as l10n from '@vscode/l10n';
import { findGuards, readExposure } from '../policy/exposure.js';
import { defineRule } from './rule.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { isUnfinished } from './support/unfinished.js';

/** Allowing all but some is allowing everyone on earth but some. */
export const notprincipalAllow = defineRule({
  id: 'notprincipal-allow',
  defaultLevel: 'error',
  tags: ['security'],
  kinds: GRANTING_KINDS,
  catalogue: ['notprincipal-allow'],
  peers: [
    'ALLOW_WITH_NOTPRINCIPAL',
    'NOTPRINCIPAL_WITH_ALLOW',
    'not_principal_with_allow',
    'F9',
    'S3_BUCKETPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL',
  ],
  fixable: 'never',

  *check(context) {
    const guards = findGuards(context.policy);
    for (const statement of context.policy.statements) {
      const { effect, principal } = statement;
      if (effect !== 'Allow' || principal?.negated !== true || principal.entry.value === undefined) {
        continue;
      }
      if (isUnfinished(context, principal.entry.span)) {
        continue;
      }
      const isBound = readExposure(statement, guards) === 'bound';
      yield {
        span: principal.entry.key.span,
        ...(isBound && { level: 'warning' }),
        message: isBound
          ? l10n.t(
              '"{0}" with "Allow" lets in everyone but those listed, and only the conditions narrow that down; name the principals instead.',
              'NotPrincipal',
            )
          : l10n.t(
              '"{0}" with "Allow" lets in everyone of every account but those listed; name the principals instead.',
              'NotPrincipal',
            ),
      };
    }
  },
});
