import * as l10n from '@vscode/l10n';
import { getKmsConditionKey } from '../knowledge/kmsConditionKeys.js';
import { classifyRegion, nearestRegion } from '../knowledge/partitions.js';
import { findViaServiceFault, VIA_SERVICES, type ViaServiceFault } from '../knowledge/viaServices.js';
import { findOnlyRegion } from '../policy/mentions.js';
import { hasWildcard } from '../policy/wildcard.js';
import { defineRule, type RuleContext } from './rule.js';
import { demandsKey, fixedValues, listLegalConditions } from './support/conditions.js';
import { replaceStringFix } from './support/fixes.js';
import { KMS_CONDITION_KINDS } from './support/kmsKinds.js';
import { onlyServicePrincipals } from './support/servicePrincipals.js';

/** `kms:ViaService` is `service.region.amazonaws.com` in every partition; no other form ever matches. */
export const viaserviceForm = defineRule({
  id: 'viaservice-form',
  defaultLevel: 'error',
  tags: ['correctness', 'encryption'],
  kinds: KMS_CONDITION_KINDS,
  scope: 'statement',
  catalogue: ['viaservice-form'],
  fixable: 'sometimes',

  *check(context) {
    for (const condition of listLegalConditions(context)) {
      const { parsed, keyName, values } = condition;
      if (getKmsConditionKey(keyName)?.valueForm !== 'via-service' || parsed.operator.family !== 'String') {
        continue;
      }
      if (
        context.kind === 'key-policy' &&
        demandsKey(condition) &&
        onlyServicePrincipals(condition.statement).length > 0
      ) {
        continue; // viaservice-with-service-principal: no form would help
      }
      for (const value of fixedValues(values)) {
        const fault = findViaServiceFault(value.known);
        if (fault === undefined || (!parsed.operator.wildcards && hasWildcard(value.known))) {
          continue; // a wildcard that is no wildcard is cond-wildcard-needs-like's to report
        }
        const meant = repair(context, fault, value.known);
        yield {
          span: value.span,
          // The KMS guide is plain about China; a page of CloudWatch Logs prints the other suffix.
          ...(fault === 'china-suffix' && { level: 'warning' as const }),
          message: describe(fault, value.known),
          fixes: meant === undefined ? [] : replaceStringFix(context, value, meant, false),
        };
      }
    }
  },
});

function describe(fault: ViaServiceFault, text: string): string {
  switch (fault) {
    case 'missing-region':
      return l10n.t(
        'Expected a Region in "{0}", as in "s3.us-east-1.amazonaws.com": the value never matches without.',
        text,
      );
    case 'china-suffix':
      return l10n.t(
        'Expected "{0}" to end in ".amazonaws.com": "kms:ViaService" has that suffix in every partition.',
        text,
      );
    case 'scheme':
      return l10n.t(
        'Unexpected scheme in "{0}": "kms:ViaService" is a name such as "s3.us-east-1.amazonaws.com".',
        text,
      );
    case 'unknown-region':
      return l10n.t('Unknown Region in "{0}": the form is "s3.us-east-1.amazonaws.com".', text);
    case 'malformed':
      return l10n.t('Invalid value "{0}": the form of "kms:ViaService" is "s3.us-east-1.amazonaws.com".', text);
  }
}

/** The value in its right form, where the policy itself tells what is missing. */
function repair({ policy }: RuleContext, fault: ViaServiceFault, text: string): string | undefined {
  const name = text
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .replace(/\.cn$/, '');
  const [service = '', region, ...rest] = name.split('.');
  const isFitting = (candidate: string) => (findViaServiceFault(candidate) === undefined ? candidate : undefined);
  switch (fault) {
    case 'scheme':
    case 'china-suffix':
      return isFitting(name);
    case 'missing-region':
      return insertRegion(policy, service);
    case 'unknown-region': {
      const nearest = region === undefined ? undefined : nearestRegion(region);
      return nearest === undefined ? undefined : isFitting([service, nearest, ...rest].join('.'));
    }
    case 'malformed': {
      const isListed = Object.hasOwn(VIA_SERVICES, service);
      if (region !== undefined && classifyRegion(region) !== 'no') {
        return isListed ? `${service}.${region}.amazonaws.com` : undefined;
      }
      return isListed && region === undefined ? insertRegion(policy, service) : undefined;
    }
  }
}

function insertRegion(policy: RuleContext['policy'], service: string): string | undefined {
  const region = findOnlyRegion(policy);
  return region === undefined ? undefined : `${service}.${region}.amazonaws.com`;
}
