import * as l10n from '@vscode/l10n';
import { findServicePrincipal, formatServicePrincipal } from '../knowledge/servicePrincipals.js';
import { findOnlyRegion } from '../policy/mentions.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { readLegalConditions } from './support/conditions.js';
import { removeItemFix, replaceStringFix } from './support/fixes.js';
import { logsArnsOf } from './support/logsConditions.js';
import { isOneOfSeveral } from './support/principalMapping.js';
import { type PrincipalValue, principalValues } from './support/principalValues.js';

/**
 * CloudWatch Logs asks KMS under its regional name. The name without a Region belongs in the trust policies of roles;
 * what KMS makes of it has not been tried, so this stays a warning.
 */
export const logsPrincipalGlobal = defineRule({
  id: 'logs-principal-global',
  defaultLevel: 'warning',
  tags: ['correctness', 'encryption'],
  kinds: ['key-policy'],
  catalogue: ['logs-principal-global'],
  fixable: 'sometimes',

  *check(context) {
    for (const item of principalValues(context, 'Service')) {
      const parsed = readServiceName(item.text).kind === 'name' ? findServicePrincipal(item.text) : undefined;
      if (parsed?.principal.id !== 'logs' || parsed.region !== undefined) {
        continue;
      }
      const region = findRegion(context, item);
      yield {
        span: item.principal.value.span,
        message: l10n.t(
          'Expected the service principal "{0}" to hold the Region of the key, as in "{1}": CloudWatch Logs uses keys under its regional name.',
          item.text,
          formatServicePrincipal(parsed.principal, region ?? 'us-east-1'),
        ),
        fixes: region === undefined ? [] : regionFix(context, item, formatServicePrincipal(parsed.principal, region)),
      };
    }
  },
});

/** The Region that the statement's own conditions name, else the only one of the policy. */
function findRegion(context: RuleContext, { statement }: PrincipalValue): string | undefined {
  const regions = new Set(
    readLegalConditions(context, statement).flatMap((condition) =>
      [...logsArnsOf(condition)].map(({ arn }) => arn.region),
    ),
  );
  const [region] = regions;
  return regions.size === 1 && region !== undefined && /^[a-z][a-z0-9-]+$/.test(region)
    ? region
    : findOnlyRegion(context.policy);
}

/** Takes the name out where the regional one stands beside it already. */
function regionFix(context: RuleContext, { element, principal, text }: PrincipalValue, regional: string): Fix[] {
  const isThere = element.principals.some(({ type, value }) => type === 'Service' && value.known === regional);
  if (!isThere) {
    return replaceStringFix(context, principal.value, regional, false);
  }
  return isOneOfSeveral(element, principal) ? [removeItemFix(context, principal.path, text, false)] : [];
}
