import * as l10n from '@vscode/l10n';
import { nearestRegion } from '../knowledge/partitions.js';
import { findServicePrincipal, nearestServicePrincipal } from '../knowledge/servicePrincipals.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import { readServiceName } from '../policy/serviceName.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { GRANTING_KINDS } from './support/kinds.js';
import { principalValues } from './support/principalValues.js';

/** A well-formed name that belongs to no service we know; AWS publishes no list, so this stays a warning. */
export const principalServiceUnknown = defineRule({
  id: 'principal-service-unknown',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: GRANTING_KINDS,
  scope: 'statement',
  catalogue: ['principal-service-unknown'],
  fixable: 'sometimes',

  *check(context) {
    for (const { principal, text } of principalValues(context, 'Service')) {
      if (readServiceName(text).kind !== 'name' || isKnown(context.reference, text)) {
        continue;
      }
      const meant = withNearestRegion(text) ?? nearestServicePrincipal(text);
      yield {
        span: principal.value.span,
        ...(meant === undefined && { level: 'info' }),
        message:
          meant === undefined
            ? l10n.t('Unknown service principal "{0}": check the spelling in the guide of the service.', text)
            : l10n.t('Unknown service principal "{0}". Perhaps "{1}" is meant.', text, meant),
        fixes: meant === undefined ? [] : replaceStringFix(context, principal.value, meant, false),
      };
    }
  },
});

/** The principal of a known service whose Region is misspelt. */
function withNearestRegion(text: string): string | undefined {
  const labels = text.split('.');
  for (const [index, label] of labels.entries()) {
    const region = nearestRegion(label);
    const candidate = region === undefined ? '' : labels.with(index, region).join('.');
    if (region !== undefined && findServicePrincipal(candidate)?.region === region) {
      return candidate;
    }
  }
  return undefined;
}

/** Listed, or named after the prefix of a service's actions, as most service principals are. */
function isKnown(reference: ServiceReference, text: string): boolean {
  const [first = ''] = text.split('.');
  return findServicePrincipal(text) !== undefined || isNamedAfterService(reference, first, text);
}

function isNamedAfterService(reference: ServiceReference, first: string, text: string): boolean {
  return text === `${first}.amazonaws.com` && reference.findService(first) !== undefined;
}
