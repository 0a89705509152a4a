/**
 * What KMS keys can be made of. kms-facts section 19, brought up to the service model of November 2026 (ML-KEM,
 * Ed25519, ML-DSA). https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 */

/** What a key can do, which follows from its usage and, for encryption, from whether it is symmetric. */
export const KEY_TYPES = [
  'symmetric',
  'hmac',
  'asymmetric-encryption',
  'asymmetric-signing',
  'key-agreement',
  'key-encapsulation',
] as const;
export type KeyType = (typeof KEY_TYPES)[number];

export const KEY_USAGES = [
  'ENCRYPT_DECRYPT',
  'SIGN_VERIFY',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
] as const;
type KeyUsage = (typeof KEY_USAGES)[number];

export const KEY_ORIGINS = ['AWS_KMS', 'AWS_CLOUDHSM', 'EXTERNAL', 'EXTERNAL_KEY_STORE'] as const;

export interface KeySpec {
  readonly name: string;
  readonly usages: readonly KeyUsage[];
  readonly algorithms: readonly string[];
  /** Offered only in the China Regions. */
  readonly chinaOnly?: true;
}

const RSA: Pick<KeySpec, 'usages' | 'algorithms'> = {
  usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
  algorithms: [
    'RSAES_OAEP_SHA_1',
    'RSAES_OAEP_SHA_256',
    'RSASSA_PSS_SHA_256',
    'RSASSA_PSS_SHA_384',
    'RSASSA_PSS_SHA_512',
    'RSASSA_PKCS1_V1_5_SHA_256',
    'RSASSA_PKCS1_V1_5_SHA_384',
    'RSASSA_PKCS1_V1_5_SHA_512',
  ],
};
const MAC: readonly KeyUsage[] = ['GENERATE_VERIFY_MAC'];
const SIGN: readonly KeyUsage[] = ['SIGN_VERIFY'];
const SIGN_OR_AGREE: readonly KeyUsage[] = ['SIGN_VERIFY', 'KEY_AGREEMENT'];
const ENCAPSULATE: readonly KeyUsage[] = ['ENCAPSULATE_DECAPSULATE'];

export const KEY_SPECS: readonly KeySpec[] = [
  { name: 'SYMMETRIC_DEFAULT', usages: ['ENCRYPT_DECRYPT'], algorithms: ['SYMMETRIC_DEFAULT'] },
  { name: 'HMAC_224', usages: MAC, algorithms: ['HMAC_SHA_224'] },
  { name: 'HMAC_256', usages: MAC, algorithms: ['HMAC_SHA_256'] },
  { name: 'HMAC_384', usages: MAC, algorithms: ['HMAC_SHA_384'] },
  { name: 'HMAC_512', usages: MAC, algorithms: ['HMAC_SHA_512'] },
  { name: 'RSA_2048', ...RSA },
  { name: 'RSA_3072', ...RSA },
  { name: 'RSA_4096', ...RSA },
  { name: 'ECC_NIST_P256', usages: SIGN_OR_AGREE, algorithms: ['ECDSA_SHA_256', 'ECDH'] },
  { name: 'ECC_NIST_P384', usages: SIGN_OR_AGREE, algorithms: ['ECDSA_SHA_384', 'ECDH'] },
  { name: 'ECC_NIST_P521', usages: SIGN_OR_AGREE, algorithms: ['ECDSA_SHA_512', 'ECDH'] },
  { name: 'ECC_SECG_P256K1', usages: SIGN, algorithms: ['ECDSA_SHA_256'] },
  { name: 'ECC_NIST_EDWARDS25519', usages: SIGN, algorithms: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'] },
  {
    name: 'SM2',
    usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'],
    algorithms: ['SM2PKE', 'SM2DSA', 'ECDH'],
    chinaOnly: true,
  },
  { name: 'ML_DSA_44', usages: SIGN, algorithms: ['ML_DSA_SHAKE_256'] },
  { name: 'ML_DSA_65', usages: SIGN, algorithms: ['ML_DSA_SHAKE_256'] },
  { name: 'ML_DSA_87', usages: SIGN, algorithms: ['ML_DSA_SHAKE_256'] },
  { name: 'ML_KEM_512', usages: ENCAPSULATE, algorithms: ['ML_KEM'] },
  { name: 'ML_KEM_768', usages: ENCAPSULATE, algorithms: ['ML_KEM'] },
  { name: 'ML_KEM_1024', usages: ENCAPSULATE, algorithms: ['ML_KEM'] },
];

export const ENCRYPTION_ALGORITHMS = ['SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'] as const;

export const SIGNING_ALGORITHMS = [
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'ECDSA_SHA_256',
  'ECDSA_SHA_384',
  'ECDSA_SHA_512',
  'SM2DSA',
  'ML_DSA_SHAKE_256',
  'ED25519_SHA_512',
  'ED25519_PH_SHA_512',
] as const;

export const MAC_ALGORITHMS = ['HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512'] as const;

export const DATA_KEY_PAIR_SPECS = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'SM2',
  'ML_KEM_512',
  'ML_KEM_768',
  'ML_KEM_1024',
] as const;

/** The key spec of a name, exactly as KMS spells it. */
export function findKeySpec(name: string): KeySpec | undefined {
  return KEY_SPECS.find((spec) => spec.name === name);
}

/** The type of a key from what `DescribeKey` says about it; undefined for a pair that KMS does not have. */
export function keyTypeOf(spec: string, usage: string): KeyType | undefined {
  const known = findKeySpec(spec);
  if (known === undefined || !known.usages.some((possible) => possible === usage)) {
    return undefined;
  }
  switch (usage) {
    case 'ENCRYPT_DECRYPT':
      return spec === 'SYMMETRIC_DEFAULT' ? 'symmetric' : 'asymmetric-encryption';
    case 'SIGN_VERIFY':
      return 'asymmetric-signing';
    case 'GENERATE_VERIFY_MAC':
      return 'hmac';
    case 'KEY_AGREEMENT':
      return 'key-agreement';
    case 'ENCAPSULATE_DECAPSULATE':
      return 'key-encapsulation';
    default:
      return undefined;
  }
}
