import * as l10n from '@vscode/l10n';
import { SLR_PREFIX, SSO_ROLE_PREFIX } from '../knowledge/awsRolePaths.js';
import type { Arn } from '../policy/arn.js';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** A session ends and its name goes with it; the role stays. */
export const principalSessionArn = defineRule({
  id: 'principal-session-arn',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-session-arn'],
  peers: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
  fixable: 'sometimes',

  *check(context) {
    for (const { statement, element, principal, text } of principalValues(context, 'AWS')) {
      const read = readAwsPrincipal(text);
      // A Deny that spares a role must name its sessions too.
      if (read.kind !== 'session' || statement.effect !== 'Allow' || element.negated) {
        continue;
      }
      const role = roleOf(read.arn);
      yield {
        span: principal.value.span,
        message:
          role === undefined
            ? l10n.t('Short-lived principal "{0}": it names one session, and other sessions get nothing.', text)
            : l10n.t(
                'Short-lived principal "{0}": it names one session of a role, and other sessions of the role get nothing. Name the role, "{1}".',
                text,
                role,
              ),
        // The path of the role does not stand in the ARN of a session.
        fixes: role === undefined ? [] : replaceStringFix(context, principal.value, role, false),
      };
    }
  },
});

/** Undefined for federated users, and for roles that AWS made, whose path is certain not to be empty. */
function roleOf({ partition, account, resource }: Arn): string | undefined {
  const [type, name = ''] = resource.split('/');
  if (type !== 'assumed-role' || name.startsWith(SSO_ROLE_PREFIX) || name.startsWith(SLR_PREFIX)) {
    return undefined;
  }
  return `arn:${partition}:iam::${account}:role/${name}`;
}
