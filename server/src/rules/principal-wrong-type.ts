import * as l10n from '@vscode/l10n';
import { readAwsPrincipal } from '../policy/awsPrincipal.js';
import type { PrincipalType } from '../policy/model.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { PRINCIPAL_KINDS } from './support/kinds.js';
import { movePrincipal } from './support/principalMapping.js';
import { type PrincipalValue, principalValues } from './support/principalValues.js';

/** Services go under `Service`, everything with an account under `AWS`; AWS refuses the one under the other. */
export const principalWrongType = defineRule({
  id: 'principal-wrong-type',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: PRINCIPAL_KINDS,
  scope: 'statement',
  catalogue: ['principal-wrong-type'],
  peers: ['UNKNOWN_PRINCIPAL', 'E3512'],
  fixable: 'sometimes',

  *check(context) {
    for (const value of principalValues(context, 'AWS')) {
      if (readAwsPrincipal(value.text).kind === 'service') {
        yield misplaced(context, value, 'Service');
      }
    }
    for (const value of principalValues(context, 'Service')) {
      if (readServiceName(value.text).kind === 'aws') {
        yield misplaced(context, value, 'AWS');
      }
    }
  },
});

function misplaced(context: RuleContext, { element, principal, text }: PrincipalValue, target: PrincipalType): Finding {
  const edits = movePrincipal(context, element, principal, target);
  return {
    span: principal.value.span,
    message:
      target === 'Service'
        ? l10n.t('Expected the service principal "{0}" to be under "Service", not under "AWS".', text)
        : l10n.t('Expected the principal "{0}" to be under "AWS": it is no service.', text),
    ...(edits !== undefined && { fixes: [{ title: l10n.t('Move to "{0}"', target), safe: true, edits }] }),
  };
}
