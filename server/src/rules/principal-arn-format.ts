import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** AWS looks every principal up when a policy is stored, and refuses the policy when one is not of a known form. */
export const principalArnFormat = defineRule({
  id: 'principal-arn-format',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-arn-format', 'principal-policy-type-resource'],
  peers: ['INVALID_PRINCIPAL_FORMAT', 'UNKNOWN_PRINCIPAL', 'E3512', 'principal_validation'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal, text } of principalValues(context, 'AWS')) {
      const read = readAwsPrincipal(text);
      if (read.kind === 'malformed') {
        yield {
          span: principal.value.span,
          message:
            read.repaired === undefined
              ? l10n.t('Invalid principal "{0}": expected an account, or the ARN of a role, user or session.', text)
              : l10n.t('Expected the principal "{0}" to be "{1}".', text, read.repaired),
          fixes: read.repaired === undefined ? [] : replaceStringFix(context, principal.value, read.repaired, true),
        };
      } else if (read.kind === 'other-resource') {
        yield {
          span: principal.value.span,
          message: l10n.t(
            'Invalid principal "{0}": this is the ARN of a resource that cannot call AWS; name a role or user.',
            text,
          ),
        };
      }
    }
  },
});
