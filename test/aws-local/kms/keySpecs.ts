import { AwsError } from '../wire/errors.js';
import { requireOneOf } from '../wire/json.js';

const RSA_ENCRYPTION = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'];
const RSA_SIGNING = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
];

type Algorithms = { readonly [keyUsage: string]: readonly string[] };

const RSA: Algorithms = { ENCRYPT_DECRYPT: RSA_ENCRYPTION, SIGN_VERIFY: RSA_SIGNING };
const elliptic = (signing: string): Algorithms => ({ SIGN_VERIFY: [signing], KEY_AGREEMENT: ['ECDH'] });

/** Usages of each key spec, and the algorithms that DescribeKey lists for them (kms-facts 19). */
const SPECS: ReadonlyMap<string, Algorithms> = new Map<string, Algorithms>([
  ['SYMMETRIC_DEFAULT', { ENCRYPT_DECRYPT: ['SYMMETRIC_DEFAULT'] }],
  ['RSA_2048', RSA],
  ['RSA_3072', RSA],
  ['RSA_4096', RSA],
  ['ECC_NIST_P256', elliptic('ECDSA_SHA_256')],
  ['ECC_NIST_P384', elliptic('ECDSA_SHA_384')],
  ['ECC_NIST_P521', elliptic('ECDSA_SHA_512')],
  ['ECC_NIST_EDWARDS25519', { SIGN_VERIFY: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'] }],
  ['ECC_SECG_P256K1', { SIGN_VERIFY: ['ECDSA_SHA_256'] }],
  ['HMAC_224', { GENERATE_VERIFY_MAC: ['HMAC_SHA_224'] }],
  ['HMAC_256', { GENERATE_VERIFY_MAC: ['HMAC_SHA_256'] }],
  ['HMAC_384', { GENERATE_VERIFY_MAC: ['HMAC_SHA_384'] }],
  ['HMAC_512', { GENERATE_VERIFY_MAC: ['HMAC_SHA_512'] }],
  ['ML_DSA_44', { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] }],
  ['ML_DSA_65', { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] }],
  ['ML_DSA_87', { SIGN_VERIFY: ['ML_DSA_SHAKE_256'] }],
  ['ML_KEM_512', { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] }],
  ['ML_KEM_768', { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] }],
  ['ML_KEM_1024', { ENCAPSULATE_DECAPSULATE: ['ML_KEM'] }],
]);

const USAGES = [
  'SIGN_VERIFY',
  'ENCRYPT_DECRYPT',
  'GENERATE_VERIFY_MAC',
  'KEY_AGREEMENT',
  'ENCAPSULATE_DECAPSULATE',
] as const;

const ALGORITHM_MEMBER: { readonly [keyUsage: string]: string } = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
  SIGN_VERIFY: 'SigningAlgorithms',
  GENERATE_VERIFY_MAC: 'MacAlgorithms',
  KEY_AGREEMENT: 'KeyAgreementAlgorithms',
  ENCAPSULATE_DECAPSULATE: 'EncapsulationAlgorithms',
};

/** Spec and usage of a new key; throws for values that AWS does not know or does not combine. */
export function requireSpecAndUsage(
  keySpec: string | undefined,
  keyUsage: string | undefined,
): { readonly keySpec: string; readonly keyUsage: string } {
  const spec = keySpec ?? 'SYMMETRIC_DEFAULT';
  requireOneOf(spec, 'KeySpec', [...SPECS.keys()], 'ValidationException');
  if (keyUsage === undefined) {
    if (spec !== 'SYMMETRIC_DEFAULT') {
      throw new AwsError(
        'ValidationException',
        'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
      );
    }
    return { keySpec: spec, keyUsage: 'ENCRYPT_DECRYPT' };
  }
  requireOneOf(keyUsage, 'KeyUsage', USAGES, 'ValidationException');
  if (SPECS.get(spec)?.[keyUsage] === undefined) {
    throw new AwsError('ValidationException', `KeyUsage ${keyUsage} is not compatible with KeySpec ${spec}`);
  }
  return { keySpec: spec, keyUsage };
}

/** The one member of KeyMetadata that lists algorithms, such as `SigningAlgorithms`. */
export function algorithmsOf(keySpec: string, keyUsage: string): { readonly [member: string]: readonly string[] } {
  const member = ALGORITHM_MEMBER[keyUsage];
  const algorithms = SPECS.get(keySpec)?.[keyUsage];
  return member === undefined || algorithms === undefined ? {} : { [member]: algorithms };
}

/** Keys of one class can take over each other's aliases (kms-facts 13). */
export function keyClassOf(keySpec: string): 'symmetric' | 'hmac' | 'asymmetric' {
  if (keySpec === 'SYMMETRIC_DEFAULT') {
    return 'symmetric';
  }
  return keySpec.startsWith('HMAC_') ? 'hmac' : 'asymmetric';
}
