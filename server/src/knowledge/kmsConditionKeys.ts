import {
  DATA_KEY_PAIR_SPECS,
  ENCRYPTION_ALGORITHMS,
  KEY_ORIGINS,
  KEY_SPECS,
  KEY_USAGES,
  MAC_ALGORITHMS,
  SIGNING_ALGORITHMS,
} from './keySpecs.js';
import { getKmsAction, KMS_ACTIONS, KMS_GRANT_OPERATIONS } from './kmsActions.js';
import { memoizeText } from './memo.js';
import type { ConditionValueType } from './serviceReference.js';

/** What a value of the key must look like, beyond its type. */
export type KmsValueForm =
  | 'account-id'
  | 'alias-name'
  | 'principal-arn'
  | 'service-principal'
  | 'region'
  | 'via-service'
  | 'context-key'
  | 'pcr-hex';

export interface KmsConditionKey {
  /** As AWS writes it; a family ends in its variable. */
  readonly name: string;
  readonly type: ConditionValueType;
  /** Other types whose operators work too. */
  readonly alsoTypes?: readonly ConditionValueType[];
  readonly multiValued: boolean;
  /** Bare names of the operations whose requests can carry the key. */
  readonly operations: readonly string[];
  /** True when KMS refuses the key in a key policy, or never evaluates it there. */
  readonly iamOnly: boolean;
  /** The only legal values, in AWS's spelling; wildcards with `Like` operators aside. */
  readonly values?: readonly string[];
  readonly valueForm?: KmsValueForm;
  readonly range?: { readonly min: number; readonly max: number };
  readonly deprecatedFor?: string;
}

type Options = Partial<Omit<KmsConditionKey, 'name' | 'type' | 'operations'>>;

function conditionKey(name: string, type: ConditionValueType, options: Options = {}): KmsConditionKey {
  const operations = KMS_ACTIONS.filter((action) => action.conditionKeys.includes(name)).map((action) => action.name);
  return { name, type, multiValued: false, operations, iamOnly: false, ...options };
}

const KEY_SPEC_NAMES = KEY_SPECS.map(({ name }) => name);

/**
 * The condition keys of KMS: kms-facts section 8. Operations come from the table of actions, so that the two cannot
 * disagree. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export const KMS_CONDITION_KEYS: readonly KmsConditionKey[] = [
  conditionKey('kms:BypassPolicyLockoutSafetyCheck', 'Bool'),
  conditionKey('kms:CallerAccount', 'String', { valueForm: 'account-id' }),
  conditionKey('kms:CustomerMasterKeySpec', 'String', { values: KEY_SPEC_NAMES, deprecatedFor: 'kms:KeySpec' }),
  conditionKey('kms:CustomerMasterKeyUsage', 'String', { values: KEY_USAGES, deprecatedFor: 'kms:KeyUsage' }),
  conditionKey('kms:DataKeyPairSpec', 'String', { values: DATA_KEY_PAIR_SPECS }),
  conditionKey('kms:EncryptionAlgorithm', 'String', { values: ENCRYPTION_ALGORITHMS }),
  conditionKey('kms:EncryptionContext:${EncryptionContextKey}', 'String', { alsoTypes: ['ARN'] }),
  conditionKey('kms:EncryptionContextKeys', 'String', { multiValued: true, valueForm: 'context-key' }),
  conditionKey('kms:ExpirationModel', 'String', { values: ['KEY_MATERIAL_EXPIRES', 'KEY_MATERIAL_DOES_NOT_EXPIRE'] }),
  conditionKey('kms:GrantConstraintSourceArn', 'ARN'),
  conditionKey('kms:GrantConstraintType', 'String', {
    values: ['EncryptionContextEquals', 'EncryptionContextSubset', 'SourceArn'],
  }),
  conditionKey('kms:GrantIsForAWSResource', 'Bool'),
  conditionKey('kms:GrantOperations', 'String', { multiValued: true, values: KMS_GRANT_OPERATIONS }),
  conditionKey('kms:GranteePrincipal', 'String', { alsoTypes: ['ARN'], valueForm: 'principal-arn' }),
  conditionKey('kms:GranteeServicePrincipal', 'String', { valueForm: 'service-principal' }),
  conditionKey('kms:KeyAgreementAlgorithm', 'String', { values: ['ECDH'] }),
  conditionKey('kms:KeyOrigin', 'String', { values: KEY_ORIGINS }),
  conditionKey('kms:KeySpec', 'String', { values: KEY_SPEC_NAMES }),
  conditionKey('kms:KeyUsage', 'String', { values: KEY_USAGES }),
  conditionKey('kms:MacAlgorithm', 'String', { values: MAC_ALGORITHMS }),
  conditionKey('kms:MessageType', 'String', { values: ['RAW', 'DIGEST', 'EXTERNAL_MU'] }),
  conditionKey('kms:MultiRegion', 'Bool'),
  conditionKey('kms:MultiRegionKeyType', 'String', { values: ['PRIMARY', 'REPLICA'] }),
  conditionKey('kms:PrimaryRegion', 'String', { valueForm: 'region' }),
  conditionKey('kms:ReEncryptOnSameKey', 'Bool'),
  conditionKey('kms:RecipientAttestation:ImageSha384', 'String', { valueForm: 'pcr-hex' }),
  conditionKey('kms:RecipientAttestation:NitroTPMPCR${Number}', 'String', { valueForm: 'pcr-hex' }),
  conditionKey('kms:RecipientAttestation:PCR${Number}', 'String', { valueForm: 'pcr-hex' }),
  conditionKey('kms:ReplicaRegion', 'String', { valueForm: 'region' }),
  conditionKey('kms:RequestAlias', 'String', { valueForm: 'alias-name' }),
  conditionKey('kms:ResourceAliases', 'String', { multiValued: true, iamOnly: true, valueForm: 'alias-name' }),
  conditionKey('kms:RetiringPrincipal', 'String', { alsoTypes: ['ARN'], valueForm: 'principal-arn' }),
  conditionKey('kms:RetiringServicePrincipal', 'String', { valueForm: 'service-principal' }),
  conditionKey('kms:RotationPeriodInDays', 'Numeric', { range: { min: 90, max: 2560 } }),
  conditionKey('kms:ScheduleKeyDeletionPendingWindowInDays', 'Numeric', { range: { min: 7, max: 30 } }),
  conditionKey('kms:SigningAlgorithm', 'String', { values: SIGNING_ALGORITHMS }),
  conditionKey('kms:TrailingDaysWithoutKeyUsage', 'Numeric'),
  // The guide compares it with Numeric operators on Unix time, the service authorization reference calls it a Date.
  conditionKey('kms:ValidTo', 'Date', { alsoTypes: ['Numeric'] }),
  conditionKey('kms:ViaService', 'String', { valueForm: 'via-service' }),
  conditionKey('kms:WrappingAlgorithm', 'String', {
    values: ['RSAES_OAEP_SHA_256', 'RSAES_OAEP_SHA_1', 'RSA_AES_KEY_WRAP_SHA_256', 'RSA_AES_KEY_WRAP_SHA_1', 'SM2PKE'],
  }),
  conditionKey('kms:WrappingKeySpec', 'String', { values: ['RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'] }),
];

const BY_NAME = new Map(KMS_CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]));

const CONTEXT_FAMILY = 'kms:EncryptionContext:${EncryptionContextKey}';
const CONTEXT_PREFIX = 'kms:encryptioncontext:';

/** Highest register number of each attestation family (kms-facts section 8). */
const PCR_FAMILIES: readonly (readonly [pattern: RegExp, name: string, highest: number])[] = [
  [/^kms:recipientattestation:pcr(\d{1,2})$/, 'kms:RecipientAttestation:PCR${Number}', 31],
  [/^kms:recipientattestation:nitrotpmpcr(\d{1,2})$/, 'kms:RecipientAttestation:NitroTPMPCR${Number}', 23],
];

/** The entry of a key in any case; a member of a family gives the family's entry. Undefined for keys that KMS lacks. */
export const getKmsConditionKey = memoizeText(findKey);

function findKey(text: string): KmsConditionKey | undefined {
  const name = text.toLowerCase();
  const exact = BY_NAME.get(name);
  if (exact !== undefined) {
    return exact;
  }
  if (name.startsWith(CONTEXT_PREFIX) && name.length > CONTEXT_PREFIX.length) {
    return BY_NAME.get(CONTEXT_FAMILY.toLowerCase());
  }
  for (const [pattern, family, highest] of PCR_FAMILIES) {
    const number = pattern.exec(name)?.[1];
    if (number !== undefined && Number(number) <= highest) {
      return BY_NAME.get(family.toLowerCase());
    }
  }
  return undefined;
}

/** The context key that `kms:EncryptionContext:<key>` tests, as written; undefined for any other condition key. */
export const encryptionContextKeyOf = memoizeText((text): string | undefined =>
  text.toLowerCase().startsWith(CONTEXT_PREFIX) && text.length > CONTEXT_PREFIX.length
    ? text.slice(CONTEXT_PREFIX.length)
    : undefined,
);

/**
 * Whether requests for a KMS action can carry a `kms:` or tag condition key. False means that a condition on it is never
 * met for that action. Undefined: unknown key or action, a global key, or an action whose keys AWS does not document.
 */
export function kmsConditionKeyApplies(key: string, actionName: string): boolean | undefined {
  const action = getKmsAction(actionName);
  const name = getKmsConditionKey(key)?.name ?? tagFamilyOf(key);
  if (action === undefined || name === undefined) {
    return undefined;
  }
  return action.conditionKeys.includes(name) ? true : action.conditionKeysComplete ? false : undefined;
}

/**
 * Whether `CreateKey` and `PutKeyPolicy` refuse a key policy that uses the key ("These condition keys are not permitted
 * in a key policy"): `kms:ResourceAliases` and `aws:ResourceTag/...`.
 */
export function isRefusedInKeyPolicy(key: string): boolean {
  return getKmsConditionKey(key)?.iamOnly === true || tagFamilyOf(key) === 'aws:ResourceTag/${TagKey}';
}

/**
 * Whether KMS refuses a key policy that puts `ForAllValues:` on the key (`OverlyPermissiveCondition`): encryption-context
 * pairs and request tags. kms-facts section 7.
 */
export function isForAllValuesRefusedByKms(key: string): boolean {
  return encryptionContextKeyOf(key) !== undefined || tagFamilyOf(key) === 'aws:RequestTag/${TagKey}';
}

function tagFamilyOf(key: string): string | undefined {
  const name = key.toLowerCase();
  if (name === 'aws:tagkeys') {
    return 'aws:TagKeys';
  }
  if (name.startsWith('aws:requesttag/')) {
    return 'aws:RequestTag/${TagKey}';
  }
  return name.startsWith('aws:resourcetag/') ? 'aws:ResourceTag/${TagKey}' : undefined;
}
