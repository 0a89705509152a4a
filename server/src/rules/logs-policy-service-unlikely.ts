import * as l10n from '@vscode/l10n';
import { writesLogsByRole } from '../knowledge/logGroupWriters.js';
import { coversAction } from '../policy/statementActions.js';
import { defineRule } from './rule.js';
import { serviceStatements } from './support/serviceStatements.js';

/** Most services write to log groups with a role, or through log delivery; a resource policy does nothing for them. */
export const logsPolicyServiceUnlikely = defineRule({
  id: 'logs-policy-service-unlikely',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['logs-resource-policy'],
  catalogue: ['logs-policy-service-unlikely'],
  fixable: 'never',

  *check(context) {
    for (const { statement, services } of serviceStatements(context)) {
      if (coversAction(statement, 'logs:PutLogEvents') !== 'yes') {
        continue;
      }
      for (const { parsed, principal, text } of services) {
        if (writesLogsByRole(parsed.principal.id)) {
          yield {
            span: principal.value.span,
            message: l10n.t(
              'Unlikely principal "{0}": {1} does not write to log groups by a resource policy, but with a role or through "delivery.logs.amazonaws.com".',
              text,
              parsed.principal.service,
            ),
          };
        }
      }
    }
  },
});
