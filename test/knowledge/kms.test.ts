import {
  DataKeyPairSpec,
  EncryptionAlgorithmSpec,
  GrantOperation,
  KeySpec,
  KeyUsageType,
  MacAlgorithmSpec,
  OriginType,
  SigningAlgorithmSpec,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import {
  DATA_KEY_PAIR_SPECS,
  ENCRYPTION_ALGORITHMS,
  KEY_ORIGINS,
  KEY_SPECS,
  KEY_USAGES,
  keyTypeOf,
  MAC_ALGORITHMS,
  SIGNING_ALGORITHMS,
} from '../../server/src/knowledge/keySpecs.js';
import {
  getKmsAction,
  getKmsPseudoAction,
  hasEncryptionContext,
  isCrossAccountAction,
  isEffectiveInKeyPolicy,
  KMS_ACTIONS,
  KMS_ACTIONS_WITHOUT_EFFECT_IN_KEY_POLICY,
  KMS_CROSS_ACCOUNT_ACTIONS,
  KMS_GRANT_OPERATIONS,
} from '../../server/src/knowledge/kmsActions.js';
import {
  encryptionContextKeyOf,
  getKmsConditionKey,
  isForAllValuesRefusedByKms,
  isRefusedInKeyPolicy,
  KMS_CONDITION_KEYS,
  kmsConditionKeyApplies,
} from '../../server/src/knowledge/kmsConditionKeys.js';
import { serviceReference } from '../support/serviceReference.js';

const kms = serviceReference.getService('kms');
if (kms === undefined) {
  throw new Error('The reference has no KMS.');
}

describe('the table of KMS actions', () => {
  it('holds exactly the actions of the service reference', () => {
    expect(KMS_ACTIONS.map(({ name }) => name).sort()).toEqual(kms.actions.map(({ name }) => name).sort());
  });

  it('names the resources that the service reference names', () => {
    const differing = KMS_ACTIONS.filter(({ name, resources }) => {
      const listed = kms.findAction(name)?.resources.map(({ type }) => type.name) ?? [];
      return [...resources].sort().join() !== listed.sort().join();
    });
    expect(differing).toEqual([]);
  });

  it('lists every condition key that the service reference lists for an action', () => {
    const missing = kms.actions.flatMap(({ name, conditionKeys }) =>
      conditionKeys.filter((key) => kmsConditionKeyApplies(sample(key), name) === false).map((key) => `${name} ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('knows the permissions that a key policy cannot give', () => {
    expect(KMS_ACTIONS_WITHOUT_EFFECT_IN_KEY_POLICY).toEqual([
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'CreateKey',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'GenerateRandom',
      'ListAliases',
      'ListKeys',
      'ListRetirableGrants',
      'RetireGrant',
      'SynchronizeMultiRegionKey',
      'UpdateCustomKeyStore',
    ]);
    expect(isEffectiveInKeyPolicy('kms:CreateAlias')).toBe(true);
    expect(isEffectiveInKeyPolicy('kms:createkey')).toBe(false);
    expect(isEffectiveInKeyPolicy('kms:NoSuchAction')).toBe(false);
  });

  it('knows exactly the permissions that work across accounts', () => {
    expect(KMS_CROSS_ACCOUNT_ACTIONS).toEqual([
      'CreateGrant',
      'Decapsulate',
      'Decrypt',
      'DeriveSharedSecret',
      'DescribeKey',
      'Encapsulate',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'GetKeyRotationStatus',
      'GetPublicKey',
      'ListGrants',
      'ReEncryptFrom',
      'ReEncryptTo',
      'RetireGrant',
      'RevokeGrant',
      'Sign',
      'Verify',
      'VerifyMac',
    ]);
    expect(isCrossAccountAction('kms:PutKeyPolicy')).toBe(false);
  });

  it('lets grants hold what the KMS API lets them hold', () => {
    expect([...KMS_GRANT_OPERATIONS].sort()).toEqual(Object.values(GrantOperation).sort());
  });

  it('says which requests carry an encryption context', () => {
    expect(['Decrypt', 'CreateGrant', 'RetireGrant', 'DescribeKey', 'Sign'].map(hasEncryptionContext)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('tells operations by the key they need', () => {
    expect(getKmsAction('kms:GenerateMac')?.keyTypes).toEqual(['hmac']);
    expect(getKmsAction('Decrypt')?.keyTypes).toEqual(['symmetric', 'asymmetric-encryption']);
    expect(getKmsAction('GetPublicKey')?.keyTypes).not.toContain('symmetric');
    expect(getKmsAction('ListKeys')?.keyTypes).toEqual([]);
  });

  it('explains names that are no permissions, with permissions that are', () => {
    expect(getKmsPseudoAction('kms:reencrypt')?.replacements).toEqual(['ReEncryptFrom', 'ReEncryptTo']);
    expect(getKmsPseudoAction('kms:Decrypt')).toBeUndefined();
    for (const name of ['ReEncrypt', 'DeleteKey', 'RotateKey', 'DeleteExpiredKeyMaterial', 'UpdateReplicaRegion']) {
      expect(getKmsAction(name)).toBeUndefined();
      expect(getKmsPseudoAction(name)?.replacements.every((item) => getKmsAction(item) !== undefined)).toBe(true);
    }
  });
});

describe('the table of KMS condition keys', () => {
  it('holds every kms: key of the service reference with its type, or a type it also takes', () => {
    const differing = kms.conditionKeys.filter(({ name, type, multiValued }) => {
      if (!name.startsWith('kms:')) {
        return false;
      }
      const known = getKmsConditionKey(sample(name));
      return (
        known === undefined ||
        known.multiValued !== multiValued ||
        (known.type !== type && !known.alsoTypes?.includes(type ?? 'String'))
      );
    });
    expect(differing).toEqual([]);
  });

  it('holds no key that the service reference lacks', () => {
    const listed = new Set(kms.conditionKeys.map(({ name }) => getKmsConditionKey(sample(name))?.name));
    expect(KMS_CONDITION_KEYS.filter(({ name }) => !listed.has(name))).toEqual([]);
  });

  it('ties every key to at least one operation', () => {
    expect(KMS_CONDITION_KEYS.filter(({ operations }) => operations.length === 0)).toEqual([]);
  });

  it('finds members of families and refuses registers that do not exist', () => {
    expect(getKmsConditionKey('KMS:encryptioncontext:App')?.name).toBe('kms:EncryptionContext:${EncryptionContextKey}');
    expect(getKmsConditionKey('kms:EncryptionContext:')).toBeUndefined();
    expect(getKmsConditionKey('kms:RecipientAttestation:PCR31')?.valueForm).toBe('pcr-hex');
    expect(getKmsConditionKey('kms:RecipientAttestation:PCR32')).toBeUndefined();
    expect(getKmsConditionKey('kms:RecipientAttestation:NitroTPMPCR24')).toBeUndefined();
    expect(getKmsConditionKey('aws:SourceArn')).toBeUndefined();
    expect(encryptionContextKeyOf('kms:EncryptionContext:aws:logs:arn')).toBe('aws:logs:arn');
    expect(encryptionContextKeyOf('kms:EncryptionContextKeys')).toBeUndefined();
  });

  it('says whether an action can carry a key', () => {
    expect(kmsConditionKeyApplies('kms:EncryptionContext:app', 'kms:Decrypt')).toBe(true);
    expect(kmsConditionKeyApplies('kms:EncryptionContext:app', 'kms:DescribeKey')).toBe(false);
    expect(kmsConditionKeyApplies('kms:ViaService', 'kms:ListKeys')).toBe(false);
    expect(kmsConditionKeyApplies('aws:RequestTag/team', 'kms:TagResource')).toBe(true);
    expect(kmsConditionKeyApplies('aws:TagKeys', 'kms:Decrypt')).toBe(false);
  });

  it('does not guess about keys and actions that AWS leaves undocumented', () => {
    expect(kmsConditionKeyApplies('kms:EncryptionAlgorithm', 'kms:Decapsulate')).toBeUndefined();
    expect(kmsConditionKeyApplies('aws:SourceArn', 'kms:Decrypt')).toBeUndefined();
    expect(kmsConditionKeyApplies('kms:NoSuchKey', 'kms:Decrypt')).toBeUndefined();
  });

  it('knows what KMS refuses in key policies', () => {
    expect(
      ['kms:ResourceAliases', 'aws:ResourceTag/team', 'aws:RequestTag/team', 'kms:RequestAlias'].map(
        isRefusedInKeyPolicy,
      ),
    ).toEqual([true, true, false, false]);
    expect(
      ['kms:EncryptionContext:a', 'aws:RequestTag/team', 'aws:TagKeys', 'kms:EncryptionContextKeys'].map(
        isForAllValuesRefusedByKms,
      ),
    ).toEqual([true, true, false, false]);
  });
});

describe('the values of KMS', () => {
  it.each([
    ['key specs', KEY_SPECS.map(({ name }) => name), KeySpec],
    ['key usages', KEY_USAGES, KeyUsageType],
    ['origins', KEY_ORIGINS, OriginType],
    ['encryption algorithms', ENCRYPTION_ALGORITHMS, EncryptionAlgorithmSpec],
    ['signing algorithms', SIGNING_ALGORITHMS, SigningAlgorithmSpec],
    ['MAC algorithms', MAC_ALGORITHMS, MacAlgorithmSpec],
    ['data key pair specs', DATA_KEY_PAIR_SPECS, DataKeyPairSpec],
  ])('are those of the KMS API: %s', (_, ours, theirs) => {
    expect([...ours].sort()).toEqual(Object.values(theirs).sort());
  });

  it('give a key its type', () => {
    expect(keyTypeOf('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT')).toBe('symmetric');
    expect(keyTypeOf('RSA_2048', 'ENCRYPT_DECRYPT')).toBe('asymmetric-encryption');
    expect(keyTypeOf('ML_KEM_768', 'ENCAPSULATE_DECAPSULATE')).toBe('key-encapsulation');
    expect(keyTypeOf('HMAC_256', 'SIGN_VERIFY')).toBeUndefined();
    expect(keyTypeOf('NEW_SPEC', 'SIGN_VERIFY')).toBeUndefined();
  });
});

/** A member of a family in the place of its template. */
function sample(key: string): string {
  return key.replace(/\$\{[^}]+\}/, 'sample');
}
