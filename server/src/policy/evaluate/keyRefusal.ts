import * as l10n from '@vscode/l10n';
import {
  CUSTOM_KEY_STORE_ORIGINS,
  NOT_IN_CUSTOM_KEY_STORES,
  NOT_ON_AWS_MANAGED_KEYS,
  ONLY_ON_PRIMARY,
  REFUSING_STATES,
} from '../../knowledge/keyRefusals.js';
import { KEY_SPECS, KEY_TYPES, type KeyType, keyTypeOf } from '../../knowledge/keySpecs.js';
import type { KmsAction } from '../../knowledge/kmsActions.js';
import { isMultiRegion } from './derivedContext.js';
import type { KeyFacts } from './simulation.js';

/**
 * Why KMS refuses the operation for this key whatever the policies say, or undefined: key states, types, origins and
 * Regions (kms-facts sections 17-19, 22). What is not told of the key refuses nothing: whether the operation can work at
 * all is another question than who may ask for it.
 */
export function findKeyRefusal(action: KmsAction, key: KeyFacts): (() => string) | undefined {
  const { name } = action;
  const { state, origin } = key;
  if (state !== undefined && REFUSING_STATES.get(name)?.has(state) === true) {
    return () => l10n.t('KMS refuses "{0}" for a key in the state "{1}".', name, state);
  }
  if (!fitsKeyType(action, key)) {
    return () => l10n.t('KMS refuses "{0}" for a key of this spec and usage ({1}).', name, describeType(key));
  }
  if (origin !== undefined && !fitsOrigin(action, origin)) {
    return () => l10n.t('KMS refuses "{0}" for a key of the origin "{1}".', name, origin);
  }
  if (action.keyRestriction === 'multi-region' && isMultiRegion(key) === false) {
    return () => l10n.t('KMS refuses "{0}" for a key that is no multi-Region key.', name);
  }
  if (ONLY_ON_PRIMARY.has(name) && key.multiRegionKeyType === 'REPLICA') {
    return () => l10n.t('KMS refuses "{0}" for a replica key: it works on the primary key.', name);
  }
  if (NOT_ON_AWS_MANAGED_KEYS.has(name) && key.manager === 'AWS') {
    return () => l10n.t('KMS refuses "{0}" for a key that AWS manages.', name);
  }
  return undefined;
}

/** False only when no type that the key can be, by what is told of it, has the operation. */
function fitsKeyType({ keyTypes, resources }: KmsAction, { keySpec, keyUsage }: KeyFacts): boolean {
  if (!resources.includes('key') || keyTypes.length === KEY_TYPES.length) {
    return true;
  }
  const possible = possibleTypes(keySpec, keyUsage);
  return possible.length === 0 || possible.some((type) => keyTypes.includes(type));
}

/** Empty for specs and usages that are not known here, and for pairs that KMS does not have. */
function possibleTypes(keySpec: string | undefined, keyUsage: string | undefined): readonly KeyType[] {
  return KEY_SPECS.filter(({ name }) => keySpec === undefined || name === keySpec).flatMap(({ name, usages }) =>
    usages
      .filter((usage) => keyUsage === undefined || usage === keyUsage)
      .flatMap((usage) => keyTypeOf(name, usage) ?? []),
  );
}

function describeType({ keySpec, keyUsage }: KeyFacts): string {
  return [keySpec, keyUsage].filter((text) => text !== undefined).join(', ');
}

function fitsOrigin({ name, keyRestriction }: KmsAction, origin: string): boolean {
  if (keyRestriction === 'imported') {
    return origin === 'EXTERNAL';
  }
  if (keyRestriction === 'aws-kms-origin') {
    return origin === 'AWS_KMS';
  }
  return !(CUSTOM_KEY_STORE_ORIGINS.has(origin) && NOT_IN_CUSTOM_KEY_STORES.has(name));
}
