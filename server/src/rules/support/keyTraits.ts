import { KEY_SPECS, KEY_TYPES, type KeyType, keyTypeOf } from '../../knowledge/keySpecs.js';
import { getKmsConditionKey } from '../../knowledge/kmsConditionKeys.js';
import type { Statement } from '../../policy/model.js';
import { hasWildcard } from '../../policy/wildcard.js';
import type { RuleContext } from '../rule.js';
import { demandsKey, fixedValues, type LegalCondition, readLegalConditions } from './conditions.js';

/** What is known of the key for which a statement can hold. */
export interface KeyTraits {
  /** The types that the key can have; empty when what is known contradicts itself. */
  readonly types: readonly KeyType[];
  /** What the types follow from, for messages: `RSA_2048, SIGN_VERIFY`. Empty when every type is possible. */
  readonly described: string;
  /** Undefined: not known. */
  readonly origin: string | undefined;
  readonly multiRegion: boolean | undefined;
}

/**
 * The traits of a key by the statement's own conditions (`kms:KeySpec`, `kms:KeyUsage`, `kms:KeyOrigin`,
 * `kms:MultiRegion`) and, for a key policy, by what settings or the account say of its key.
 */
export function readKeyTraits(context: RuleContext, statement: Statement): KeyTraits {
  const facts = context.kind === 'key-policy' ? context.facts : {};
  const demanded = readLegalConditions(context, statement).filter(demandsKey);
  const specs = valuesOf(demanded, 'kms:KeySpec', 'kms:CustomerMasterKeySpec', facts.keySpec);
  const usages = valuesOf(demanded, 'kms:KeyUsage', 'kms:CustomerMasterKeyUsage', facts.keyUsage);
  const origins = valuesOf(demanded, 'kms:KeyOrigin', undefined, facts.keyOrigin);
  const types = specs === undefined && usages === undefined ? KEY_TYPES : typesOf(specs, usages);
  return {
    types,
    described: [...(specs ?? []), ...(usages ?? [])].join(', '),
    origin: origins?.length === 1 ? origins[0] : undefined,
    multiRegion: multiRegionOf(demanded) ?? facts.multiRegion,
  };
}

/** The types that some spec and usage of the lists give; undefined stands for all of them. */
function typesOf(specs: readonly string[] | undefined, usages: readonly string[] | undefined): readonly KeyType[] {
  const types = KEY_SPECS.filter(({ name }) => specs === undefined || specs.includes(name)).flatMap((spec) =>
    spec.usages
      .filter((usage) => usages === undefined || usages.includes(usage))
      .flatMap((usage) => keyTypeOf(spec.name, usage) ?? []),
  );
  return [...new Set(types)];
}

/** Values that both the conditions and the fact leave; undefined when neither says anything certain. */
function valuesOf(
  demanded: readonly LegalCondition[],
  key: string,
  oldKey: string | undefined,
  fact: string | undefined,
): readonly string[] | undefined {
  let left = fact === undefined ? undefined : [fact];
  for (const condition of demanded) {
    const name = getKmsConditionKey(condition.keyName)?.name;
    if ((name !== key && name !== oldKey) || condition.parsed.operator.family !== 'String') {
      continue;
    }
    const values = [...fixedValues(condition.values)].map(({ known }) => known);
    if (values.length === 0 || values.length < condition.values.length || values.some(hasWildcard)) {
      continue;
    }
    const previous: readonly string[] | undefined = left;
    left = previous === undefined ? values : values.filter((value) => previous.includes(value));
  }
  return left;
}

function multiRegionOf(demanded: readonly LegalCondition[]): boolean | undefined {
  const condition = demanded.find(
    ({ keyName, parsed }) =>
      getKmsConditionKey(keyName)?.name === 'kms:MultiRegion' && parsed.operator.family === 'Bool',
  );
  const [value] = condition?.values ?? [];
  return condition?.values.length === 1 && value?.known !== undefined
    ? value.known.toLowerCase() === 'true'
    : undefined;
}
