import { KEY_TYPES, type KeyType } from './keySpecs.js';
import type { LocalText } from './localText.js';
import { memoizeText } from './memo.js';

/**
 * Where a permission can be given. `key`: in a key policy, and in IAM policies when the key policy enables them. `iam`:
 * only in IAM policies; a key policy that lists it changes nothing. `both`: the key half in either, the alias half in an
 * IAM policy. `internal`: only in the policy of a service-linked role.
 */
type KmsActionPolicy = 'key' | 'iam' | 'both' | 'internal';

export interface KmsAction {
  /** Without the prefix. */
  readonly name: string;
  readonly policy: KmsActionPolicy;
  /** Works on a key of another account. */
  readonly crossAccount: boolean;
  /** What an IAM policy names as `Resource`; empty: only `*`. */
  readonly resources: readonly ('key' | 'alias')[];
  /** Types of key that the operation works on; empty for operations without a key. */
  readonly keyTypes: readonly KeyType[];
  readonly keyRestriction?: 'imported' | 'multi-region' | 'aws-kms-origin';
  /** May be listed in a grant. */
  readonly grantable: boolean;
  readonly dryRun: boolean;
  /** Uses key material (kms-facts section 6, "crypto operations"). */
  readonly cryptographic: boolean;
  /** `kms:` and tag keys that the operation can carry, families as templates. Global `aws:` keys come on top. */
  readonly conditionKeys: readonly string[];
  /** False where AWS does not document the keys yet, so that a key that is missing here may still apply. */
  readonly conditionKeysComplete: boolean;
}

const KEY = [
  'kms:CallerAccount',
  'kms:CustomerMasterKeySpec',
  'kms:CustomerMasterKeyUsage',
  'kms:KeyOrigin',
  'kms:KeySpec',
  'kms:KeyUsage',
  'kms:MultiRegion',
  'kms:MultiRegionKeyType',
  'kms:ResourceAliases',
  'kms:ViaService',
  'aws:ResourceTag/${TagKey}',
];
const ALIAS = ['kms:RequestAlias'];
const ALGORITHM = ['kms:EncryptionAlgorithm', ...ALIAS];
const CONTEXT = ['kms:EncryptionContext:${EncryptionContextKey}', 'kms:EncryptionContextKeys'];
const ATTESTATION = [
  'kms:RecipientAttestation:ImageSha384',
  'kms:RecipientAttestation:PCR${Number}',
  'kms:RecipientAttestation:NitroTPMPCR${Number}',
];
const TAG = ['aws:RequestTag/${TagKey}', 'aws:TagKeys'];

const SYMMETRIC: readonly KeyType[] = ['symmetric'];
const ENCRYPTING: readonly KeyType[] = ['symmetric', 'asymmetric-encryption'];
const HMAC: readonly KeyType[] = ['hmac'];
const SIGNING: readonly KeyType[] = ['asymmetric-signing'];
const WITH_PUBLIC_KEY: readonly KeyType[] = KEY_TYPES.filter((type) => type !== 'symmetric' && type !== 'hmac');

type Options = Partial<Omit<KmsAction, 'name' | 'policy' | 'conditionKeys'>>;

function action(
  name: string,
  policy: KmsActionPolicy,
  conditionKeys: readonly string[],
  { resources, ...options }: Options = {},
): KmsAction {
  return {
    name,
    policy,
    crossAccount: false,
    resources: resources ?? (policy === 'key' ? ['key'] : policy === 'both' ? ['alias', 'key'] : []),
    keyTypes: KEY_TYPES,
    grantable: false,
    dryRun: false,
    cryptographic: false,
    conditionKeys,
    conditionKeysComplete: true,
    ...options,
  };
}

/** An operation on a key that a key policy can allow. */
const onKey = (name: string, keys: readonly string[] = [], options: Options = {}) =>
  action(name, 'key', [...KEY, ...keys], options);

/** An operation that uses the key material: all of them work across accounts, by grant and as a dry run. */
const cryptographic = (name: string, keyTypes: readonly KeyType[], keys: readonly string[], options: Options = {}) =>
  onKey(name, keys, { keyTypes, crossAccount: true, grantable: true, dryRun: true, cryptographic: true, ...options });

/** An operation without a key. */
const withoutKey = (name: string, keys: readonly string[] = []) => action(name, 'iam', keys, { keyTypes: [] });

/**
 * Every KMS permission: kms-facts sections 6 (policies, accounts, condition keys, grants) and 18 (key types). Encapsulate
 * and Decapsulate are newer than that file; their rows follow the API reference.
 * https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html
 */
export const KMS_ACTIONS: readonly KmsAction[] = [
  onKey('CancelKeyDeletion'),
  withoutKey('ConnectCustomKeyStore', ['kms:CallerAccount']),
  action('CreateAlias', 'both', KEY),
  withoutKey('CreateCustomKeyStore', ['kms:CallerAccount']),
  onKey(
    'CreateGrant',
    [
      ...CONTEXT,
      'kms:GrantConstraintSourceArn',
      'kms:GrantConstraintType',
      'kms:GrantIsForAWSResource',
      'kms:GrantOperations',
      'kms:GranteePrincipal',
      'kms:GranteeServicePrincipal',
      'kms:RetiringPrincipal',
      'kms:RetiringServicePrincipal',
    ],
    { crossAccount: true, grantable: true, dryRun: true },
  ),
  withoutKey('CreateKey', [
    ...KEY.filter((key) => key !== 'kms:ResourceAliases'),
    ...TAG,
    'kms:BypassPolicyLockoutSafetyCheck',
  ]),
  cryptographic('Decapsulate', ['key-encapsulation'], ALIAS, { conditionKeysComplete: false }),
  cryptographic('Decrypt', ENCRYPTING, [...CONTEXT, ...ALGORITHM, ...ATTESTATION]),
  action('DeleteAlias', 'both', KEY),
  withoutKey('DeleteCustomKeyStore', ['kms:CallerAccount']),
  onKey('DeleteImportedKeyMaterial', [], { keyRestriction: 'imported' }),
  cryptographic('DeriveSharedSecret', ['key-agreement'], ['kms:KeyAgreementAlgorithm', ...ALIAS, ...ATTESTATION]),
  withoutKey('DescribeCustomKeyStores', ['kms:CallerAccount']),
  onKey('DescribeKey', ALIAS, { crossAccount: true, grantable: true }),
  onKey('DisableKey', ['kms:TrailingDaysWithoutKeyUsage']),
  onKey('DisableKeyRotation', [], { keyTypes: SYMMETRIC, keyRestriction: 'aws-kms-origin' }),
  withoutKey('DisconnectCustomKeyStore', ['kms:CallerAccount']),
  onKey('EnableKey'),
  onKey('EnableKeyRotation', ['kms:RotationPeriodInDays'], { keyTypes: SYMMETRIC, keyRestriction: 'aws-kms-origin' }),
  cryptographic('Encapsulate', ['key-encapsulation'], ALIAS, { conditionKeysComplete: false }),
  cryptographic('Encrypt', ENCRYPTING, [...CONTEXT, ...ALGORITHM]),
  cryptographic('GenerateDataKey', SYMMETRIC, [...CONTEXT, ...ALGORITHM, ...ATTESTATION]),
  cryptographic('GenerateDataKeyPair', SYMMETRIC, [...CONTEXT, ...ALGORITHM, 'kms:DataKeyPairSpec', ...ATTESTATION]),
  cryptographic('GenerateDataKeyPairWithoutPlaintext', SYMMETRIC, [...CONTEXT, ...ALGORITHM, 'kms:DataKeyPairSpec']),
  cryptographic('GenerateDataKeyWithoutPlaintext', SYMMETRIC, [...CONTEXT, ...ALGORITHM]),
  cryptographic('GenerateMac', HMAC, ['kms:MacAlgorithm', ...ALIAS]),
  withoutKey('GenerateRandom', ATTESTATION),
  onKey('GetKeyLastUsage'),
  onKey('GetKeyPolicy'),
  onKey('GetKeyRotationStatus', [], { crossAccount: true }),
  onKey('GetParametersForImport', ['kms:WrappingAlgorithm', 'kms:WrappingKeySpec'], { keyRestriction: 'imported' }),
  onKey('GetPublicKey', ALIAS, { keyTypes: WITH_PUBLIC_KEY, crossAccount: true, grantable: true }),
  onKey('ImportKeyMaterial', ['kms:ExpirationModel', 'kms:ValidTo'], { keyRestriction: 'imported' }),
  withoutKey('ListAliases'),
  onKey('ListGrants', ['kms:GrantIsForAWSResource'], { crossAccount: true }),
  onKey('ListKeyPolicies'),
  onKey('ListKeyRotations'),
  withoutKey('ListKeys'),
  onKey('ListResourceTags'),
  withoutKey('ListRetirableGrants'),
  onKey('PutKeyPolicy', ['kms:BypassPolicyLockoutSafetyCheck']),
  cryptographic('ReEncryptFrom', ENCRYPTING, [...CONTEXT, ...ALGORITHM, 'kms:ReEncryptOnSameKey']),
  cryptographic('ReEncryptTo', ENCRYPTING, [...CONTEXT, ...ALGORITHM, 'kms:ReEncryptOnSameKey']),
  onKey('ReplicateKey', ['kms:ReplicaRegion'], { keyRestriction: 'multi-region' }),
  action(
    'RetireGrant',
    'iam',
    [
      'kms:ResourceAliases',
      'aws:ResourceTag/${TagKey}',
      ...CONTEXT,
      'kms:GrantConstraintType',
      'kms:CallerAccount',
      'kms:ViaService',
    ],
    // The key properties come with the resource type "key" in the service authorization reference.
    { resources: ['key'], crossAccount: true, grantable: true, dryRun: true, conditionKeysComplete: false },
  ),
  onKey('RevokeGrant', ['kms:GrantIsForAWSResource'], { crossAccount: true, dryRun: true }),
  onKey('RotateKeyOnDemand', [], { keyTypes: SYMMETRIC }),
  onKey('ScheduleKeyDeletion', ['kms:ScheduleKeyDeletionPendingWindowInDays', 'kms:TrailingDaysWithoutKeyUsage']),
  cryptographic('Sign', SIGNING, ['kms:MessageType', ...ALIAS, 'kms:SigningAlgorithm']),
  action('SynchronizeMultiRegionKey', 'internal', KEY, {
    resources: ['key'],
    keyRestriction: 'multi-region',
    conditionKeysComplete: false,
  }),
  onKey('TagResource', TAG),
  onKey('UntagResource', TAG),
  action('UpdateAlias', 'both', KEY),
  withoutKey('UpdateCustomKeyStore', ['kms:CallerAccount']),
  onKey('UpdateKeyDescription'),
  onKey('UpdatePrimaryRegion', ['kms:PrimaryRegion'], { keyRestriction: 'multi-region' }),
  cryptographic('Verify', SIGNING, ['kms:MessageType', ...ALIAS, 'kms:SigningAlgorithm']),
  cryptographic('VerifyMac', HMAC, ['kms:MacAlgorithm', ...ALIAS]),
];

const BY_NAME = new Map(KMS_ACTIONS.map((item) => [item.name.toLowerCase(), item]));

/** The row of an action, with or without `kms:`, in any case. */
export const getKmsAction = memoizeText((name): KmsAction | undefined =>
  BY_NAME.get(name.toLowerCase().replace(/^kms:/, '')),
);

const namesWhere = (test: (item: KmsAction) => boolean): readonly string[] =>
  KMS_ACTIONS.filter(test).map(({ name }) => name);

/** Bare names of the permissions that do nothing in a key policy. */
export const KMS_ACTIONS_WITHOUT_EFFECT_IN_KEY_POLICY = namesWhere(
  ({ policy }) => policy === 'iam' || policy === 'internal',
);

/** Bare names of the permissions that work on a key of another account; any other is of no use to a foreign principal. */
export const KMS_CROSS_ACCOUNT_ACTIONS = namesWhere(({ crossAccount }) => crossAccount);

/** Bare names that a grant, and `kms:GrantOperations`, may hold. */
export const KMS_GRANT_OPERATIONS = namesWhere(({ grantable }) => grantable);

/** Bare names of the operations that use key material. */
export const KMS_CRYPTOGRAPHIC_ACTIONS = namesWhere((item) => item.cryptographic);

/** Whether a key policy can give the permission; false for an unknown name. */
export function isEffectiveInKeyPolicy(name: string): boolean {
  const policy = getKmsAction(name)?.policy;
  return policy === 'key' || policy === 'both';
}

/** Whether a principal of another account can use the permission; false for an unknown name. */
export function isCrossAccountAction(name: string): boolean {
  return getKmsAction(name)?.crossAccount === true;
}

/** Whether requests for the action carry an encryption context; false for an unknown name. */
export function hasEncryptionContext(name: string): boolean {
  return getKmsAction(name)?.conditionKeys.includes('kms:EncryptionContextKeys') === true;
}

/** A name that looks like a KMS permission and is none. */
export interface KmsPseudoAction {
  readonly name: string;
  /** Permissions to write instead, without prefix; empty when there is none. */
  readonly replacements: readonly string[];
  readonly reason: LocalText;
}

/** kms-facts section 6, reading notes. */
const PSEUDO_ACTIONS: readonly KmsPseudoAction[] = [
  {
    name: 'ReEncrypt',
    replacements: ['ReEncryptFrom', 'ReEncryptTo'],
    reason: {
      en: 'ReEncrypt is the name of the API operation. Its permissions are kms:ReEncryptFrom for the source key and kms:ReEncryptTo for the destination key.',
      ko: 'ReEncrypt는 API 작업의 이름입니다. 필요한 권한은 소스 키의 kms:ReEncryptFrom과 대상 키의 kms:ReEncryptTo입니다.',
    },
  },
  {
    name: 'DeleteKey',
    replacements: ['ScheduleKeyDeletion'],
    reason: {
      en: 'DeleteKey appears in CloudTrail when KMS deletes a key at the end of its waiting period. The permission to delete a key is kms:ScheduleKeyDeletion.',
      ko: 'DeleteKey는 대기 기간이 끝나 KMS가 키를 삭제할 때 CloudTrail에 나타나는 이벤트입니다. 키를 삭제하는 권한은 kms:ScheduleKeyDeletion입니다.',
    },
  },
  {
    name: 'RotateKey',
    replacements: ['RotateKeyOnDemand'],
    reason: {
      en: 'RotateKey appears in CloudTrail when KMS rotates a key. The permission to rotate a key at once is kms:RotateKeyOnDemand.',
      ko: 'RotateKey는 KMS가 키를 교체할 때 CloudTrail에 나타나는 이벤트입니다. 키를 바로 교체하는 권한은 kms:RotateKeyOnDemand입니다.',
    },
  },
  {
    name: 'DeleteExpiredKeyMaterial',
    replacements: ['DeleteImportedKeyMaterial'],
    reason: {
      en: 'DeleteExpiredKeyMaterial appears in CloudTrail when KMS removes expired key material. The permission to remove imported key material is kms:DeleteImportedKeyMaterial.',
      ko: 'DeleteExpiredKeyMaterial은 KMS가 만료된 키 구성 요소를 제거할 때 CloudTrail에 나타나는 이벤트입니다. 가져온 키 구성 요소를 제거하는 권한은 kms:DeleteImportedKeyMaterial입니다.',
    },
  },
  {
    name: 'UpdateReplicaRegion',
    replacements: ['UpdatePrimaryRegion'],
    reason: {
      en: 'UpdateReplicaRegion is a slip found in documentation. The permission is kms:UpdatePrimaryRegion.',
      ko: 'UpdateReplicaRegion은 설명서에서 발견된 오기입니다. 올바른 권한은 kms:UpdatePrimaryRegion입니다.',
    },
  },
];

/** The explanation for a name that looks like a permission and is none, with or without `kms:`, in any case. */
export function getKmsPseudoAction(name: string): KmsPseudoAction | undefined {
  const bare = name.toLowerCase().replace(/^kms:/, '');
  return PSEUDO_ACTIONS.find((item) => item.name.toLowerCase() === bare);
}
