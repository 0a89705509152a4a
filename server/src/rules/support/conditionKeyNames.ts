import { listConditionKeys } from '../../knowledge/conditionKeyLookup.js';
import type { ServiceReference } from '../../knowledge/serviceReference.js';

/** Separators between the fixed part of a key's name and its variable. */
const VARIABLE_START = /[/:]?(\$\{|<)/;

/**
 * The family that a name begins and does not finish: `aws:RequestTag`, `aws:RequestTag/` and `kms:EncryptionContext`
 * have no variable part. Undefined for complete names and for names that begin no family.
 *
 * @returns AWS's spelling of the fixed part, with the separator that must follow it
 */
export function findUnfinishedFamily(
  reference: ServiceReference,
  name: string,
): { readonly name: string; readonly separator: '/' | ':' } | undefined {
  const wanted = name.replace(/[/:]$/, '').toLowerCase();
  const colon = wanted.indexOf(':');
  if (colon <= 0 || colon === wanted.length - 1) {
    return undefined;
  }
  for (const { template } of listConditionKeys(reference, ['aws', wanted.slice(0, colon)])) {
    const head = template?.slice(0, template.search(VARIABLE_START));
    const separator = template?.[head?.length ?? 0];
    if (head?.toLowerCase() === wanted && (separator === '/' || separator === ':')) {
      return { name: head, separator };
    }
  }
  return undefined;
}

/** False for keys of identity providers and of services that the reference lacks: those cannot be judged. */
export function hasKnownPrefix(reference: ServiceReference, key: string): boolean {
  const prefix = /^([^:]+):./.exec(key)?.[1]?.toLowerCase();
  return prefix === 'aws' || (prefix !== undefined && (reference.getService(prefix)?.conditionKeys.length ?? 0) > 0);
}
