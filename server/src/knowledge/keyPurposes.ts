import { KEY_USE_ACTIONS } from './keyControl.js';
import { KEY_SPECS, type KeySpec, type KeyType, keyTypeOf } from './keySpecs.js';
import type { LocalText } from './localText.js';
import { partitionOfRegion } from './partitions.js';

/** What people make keys for. The type of key follows from it (kms-facts sections 18 and 19). */
export interface KeyPurpose {
  readonly id: string;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly types: readonly KeyType[];
  /** The spec that is right when nobody has a reason for another one. */
  readonly usual: string;
  /** Log services write under keys of this purpose. */
  readonly asksServices: boolean;
}

export const KEY_PURPOSES: readonly KeyPurpose[] = [
  {
    id: 'logs',
    name: { en: 'Encrypt logs', ko: '로그 암호화' },
    description: {
      en: 'Log groups, trails and log files: services write, a few people read',
      ko: '로그 그룹, 추적, 로그 파일: 서비스가 쓰고 일부 사용자가 읽습니다',
    },
    types: ['symmetric'],
    usual: 'SYMMETRIC_DEFAULT',
    asksServices: true,
  },
  {
    id: 'data',
    name: { en: 'Encrypt data', ko: '데이터 암호화' },
    description: {
      en: 'Buckets, volumes, databases, secrets, and what applications encrypt themselves',
      ko: '버킷, 볼륨, 데이터베이스, 보안 암호와 애플리케이션이 직접 암호화하는 데이터',
    },
    types: ['symmetric'],
    usual: 'SYMMETRIC_DEFAULT',
    asksServices: false,
  },
  {
    id: 'sign',
    name: { en: 'Sign and verify', ko: '서명 및 확인' },
    description: { en: 'Documents, tokens, code', ko: '문서, 토큰, 코드' },
    types: ['asymmetric-signing'],
    usual: 'ECC_NIST_P256',
    asksServices: false,
  },
  {
    id: 'mac',
    name: { en: 'Message authentication codes (HMAC)', ko: '메시지 인증 코드(HMAC)' },
    description: { en: 'Prove that a message is unchanged', ko: '메시지가 변경되지 않았음을 증명합니다' },
    types: ['hmac'],
    usual: 'HMAC_256',
    asksServices: false,
  },
  {
    id: 'exchange',
    name: { en: 'Encrypt with a public key, or agree on secrets', ko: '퍼블릭 키로 암호화 또는 비밀 공유' },
    description: {
      en: 'Others encrypt outside of AWS, or derive a shared secret',
      ko: 'AWS 외부에서 암호화하거나 공유 비밀을 파생합니다',
    },
    types: ['asymmetric-encryption', 'key-agreement', 'key-encapsulation'],
    usual: 'RSA_3072',
    asksServices: false,
  },
];

/** Specs and usages for a purpose in a Region, the usual one first. */
export function specsFor(
  { types, usual }: KeyPurpose,
  region: string,
): readonly { readonly spec: string; readonly usage: string }[] {
  const isThere = ({ chinaOnly }: KeySpec) => chinaOnly !== true || partitionOfRegion(region)?.id === 'aws-cn';
  return KEY_SPECS.filter(isThere)
    .flatMap(({ name: spec, usages }) => usages.map((usage) => ({ spec, usage })))
    .filter(({ spec, usage }) => types.some((type) => type === keyTypeOf(spec, usage)))
    .sort((a, b) => Number(b.spec === usual) - Number(a.spec === usual));
}

/** What users of a key do with it, by its type, as the console writes it (kms-facts section 3.c). */
export const USE_ACTIONS: Readonly<Record<KeyType, readonly string[]>> = {
  symmetric: KEY_USE_ACTIONS,
  hmac: ['kms:GenerateMac', 'kms:VerifyMac', 'kms:DescribeKey'],
  'asymmetric-encryption': ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GetPublicKey', 'kms:DescribeKey'],
  'asymmetric-signing': ['kms:Sign', 'kms:Verify', 'kms:GetPublicKey', 'kms:DescribeKey'],
  'key-agreement': ['kms:DeriveSharedSecret', 'kms:GetPublicKey', 'kms:DescribeKey'],
  'key-encapsulation': ['kms:Encapsulate', 'kms:Decapsulate', 'kms:GetPublicKey', 'kms:DescribeKey'],
};

/** What the console adds to the list of administrators for keys of a kind, as it writes it (kms-facts section 3.b). */
export const ADMINISTRATION_ADDED = {
  multiRegion: ['kms:ReplicateKey', 'kms:UpdatePrimaryRegion'],
  imported: ['kms:ImportKeyMaterial'],
} as const;
