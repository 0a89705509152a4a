import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { findServicePrincipal, isServicePrincipalShaped } from '../knowledge/servicePrincipals.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';

const SERVICE_KEYS: ReadonlySet<string> = new Set([
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'iam:passedtoservice',
]);

/** These keys hold service principals such as `lambda.amazonaws.com`; a bare service name never matches. */
export const condServicePrincipalValue = defineRule({
  id: 'cond-service-principal-value',
  defaultLevel: 'error',
  tags: ['correctness'],
  scope: 'statement',
  catalogue: ['cond-service-principal-value'],
  peers: ['INVALID_SERVICE_PRINCIPAL_FORMAT'],
  fixable: 'sometimes',

  *check(context) {
    for (const { keyName, parsed, values } of listLegalConditions(context)) {
      if (!holdsServicePrincipals(keyName) || parsed.operator.family !== 'String') {
        continue;
      }
      for (const value of fixedValues(values)) {
        // A wildcard is right under StringLike, and `cond-wildcard-needs-like` reports it elsewhere.
        if (hasWildcard(value.known) || isServicePrincipalShaped(value.known)) {
          continue;
        }
        const meant = findMeant(value.known);
        yield {
          span: value.span,
          message:
            meant === undefined
              ? l10n.t(
                  'Invalid value "{0}": "{1}" holds service principals such as "lambda.amazonaws.com".',
                  value.known,
                  keyName,
                )
              : l10n.t('Expected "{0}" to be "{1}": "{2}" holds service principals.', value.known, meant, keyName),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

function holdsServicePrincipals(key: string): boolean {
  return SERVICE_KEYS.has(key.toLowerCase()) || getKmsConditionKey(key)?.valueForm === 'service-principal';
}

/** The principal of a bare service name, or of one in capitals; none where the name would lack its Region. */
function findMeant(text: string): string | undefined {
  const name = text.toLowerCase();
  return [name, `${name}.amazonaws.com`].find((candidate) => {
    const found = findServicePrincipal(candidate);
    return found !== undefined && (found.region !== undefined || found.principal.form !== 'regional');
  });
}
