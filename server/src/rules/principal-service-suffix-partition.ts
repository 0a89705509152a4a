import * as l10n from '@vscode/l10n';
import {
  findServicePrincipal,
  findServicePrincipalFault,
  formatServicePrincipal,
} from '../knowledge/servicePrincipals.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** The domain of some service principals follows the partition of their Region. */
export const principalServiceSuffixPartition = defineRule({
  id: 'principal-service-suffix-partition',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['principal-service-suffix-partition'],
  fixable: 'always',

  *check(context) {
    if (context.kind === 'unknown') {
      return;
    }
    for (const { principal, text } of principalValues(context, 'Service')) {
      const parsed = findServicePrincipal(text);
      if (parsed?.region === undefined || readServiceName(text).kind !== 'name') {
        continue;
      }
      if (findServicePrincipalFault(text, context.kind) === 'wrong-suffix') {
        const meant = formatServicePrincipal(parsed.principal, parsed.region);
        yield {
          span: principal.value.span,
          message: l10n.t('Expected the service principal "{0}" to be "{1}", as its partition has it.', text, meant),
          fixes: replaceStringFix(context, principal.value, meant, true),
        };
      }
    }
  },
});
