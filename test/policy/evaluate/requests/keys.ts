import { allow, deny, LOGS, MULTI_REGION_KEY, policy, ROLE, request } from '../../../support/simulations.js';
import type { RequestCase } from './requestCase.js';

const on = (action: string, key: object, more: object = {}) =>
  request({ action: `kms:${action}`, key, keyPolicy: policy(allow({ AWS: ROLE })), ...more });
const inState = (action: string, state: string) => on(action, { state });
const multiRegion = (action: string, key: object = {}) => on(action, key, { resource: MULTI_REGION_KEY });

/** Kms-facts 3, 13, 14, 20, 21: what customers cannot do with a key that AWS manages. */
const NOT_WITH_AWS_KEYS = [
  'CancelKeyDeletion',
  'CreateAlias',
  'DisableKeyRotation',
  'EnableKeyRotation',
  'PutKeyPolicy',
  'RotateKeyOnDemand',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'UpdateAlias',
];
const WITH_AWS_KEYS = ['DescribeKey', 'GetKeyPolicy', 'Encrypt', 'ListGrants'];
/** Kms-facts 18, 24. */
const NOT_IN_KEY_STORES = [
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GetKeyRotationStatus',
  'RotateKeyOnDemand',
  'EnableKeyRotation',
  'DisableKeyRotation',
  'ImportKeyMaterial',
];
const ON_PRIMARY_ONLY = ['ReplicateKey', 'EnableKeyRotation', 'DisableKeyRotation'];

/** What the key itself refuses: its state, its type, its origin. */
export const keyCases: readonly RequestCase[] = [
  // States
  ['Decrypt with an enabled key', '17: Decrypt', inState('Decrypt', 'Enabled'), 'allowed'],
  ['Decrypt with a disabled key', '17: Decrypt', inState('Decrypt', 'Disabled'), 'implicitDeny'],
  ['Decrypt with a key pending deletion', '17: Decrypt', inState('Decrypt', 'PendingDeletion'), 'implicitDeny'],
  [
    'Decrypt with a replica pending deletion',
    '17: Decrypt',
    inState('Decrypt', 'PendingReplicaDeletion'),
    'implicitDeny',
  ],
  ['Encrypt with a key pending import', '17: Encrypt', inState('Encrypt', 'PendingImport'), 'implicitDeny'],
  ['Encrypt with a key that is unavailable', '17: Encrypt', inState('Encrypt', 'Unavailable'), 'implicitDeny'],
  [
    'GenerateDataKey with a key in the making',
    '17: GenerateDataKey',
    inState('GenerateDataKey', 'Creating'),
    'implicitDeny',
  ],
  [
    'GenerateDataKey with a key that is updating',
    '17: GenerateDataKey',
    inState('GenerateDataKey', 'Updating'),
    'allowed',
  ],
  ['ReEncryptFrom with a disabled key', '17: ReEncrypt', inState('ReEncryptFrom', 'Disabled'), 'implicitDeny'],
  [
    'CancelKeyDeletion of a key pending deletion',
    '17: CancelKeyDeletion',
    inState('CancelKeyDeletion', 'PendingDeletion'),
    'allowed',
  ],
  [
    'CancelKeyDeletion of an enabled key',
    '17: CancelKeyDeletion',
    inState('CancelKeyDeletion', 'Enabled'),
    'implicitDeny',
  ],
  [
    'CancelKeyDeletion of a disabled key',
    '17: CancelKeyDeletion',
    inState('CancelKeyDeletion', 'Disabled'),
    'implicitDeny',
  ],
  ['PutKeyPolicy on a disabled key', '17: PutKeyPolicy', inState('PutKeyPolicy', 'Disabled'), 'allowed'],
  ['PutKeyPolicy on a key pending deletion', '17: PutKeyPolicy', inState('PutKeyPolicy', 'PendingDeletion'), 'allowed'],
  ['DescribeKey of a key pending deletion', '17: DescribeKey', inState('DescribeKey', 'PendingDeletion'), 'allowed'],
  ['GetKeyPolicy of a key in the making', '17: GetKeyPolicy', inState('GetKeyPolicy', 'Creating'), 'allowed'],
  ['CreateGrant on a disabled key', '17: CreateGrant', inState('CreateGrant', 'Disabled'), 'implicitDeny'],
  ['CreateGrant on an unavailable key', '17: CreateGrant', inState('CreateGrant', 'Unavailable'), 'allowed'],
  ['RevokeGrant on a disabled key', '17: RevokeGrant', inState('RevokeGrant', 'Disabled'), 'allowed'],
  [
    'CreateAlias for a key pending deletion',
    '17: CreateAlias',
    inState('CreateAlias', 'PendingDeletion'),
    'implicitDeny',
  ],
  ['CreateAlias for a disabled key', '17: CreateAlias', inState('CreateAlias', 'Disabled'), 'allowed'],
  ['DeleteAlias of a key pending deletion', '17: DeleteAlias', inState('DeleteAlias', 'PendingDeletion'), 'allowed'],
  ['EnableKey on a disabled key', '17: EnableKey', inState('EnableKey', 'Disabled'), 'allowed'],
  ['EnableKey on a key pending import', '17: EnableKey', inState('EnableKey', 'PendingImport'), 'implicitDeny'],
  ['DisableKey on an unavailable key', '17: DisableKey', inState('DisableKey', 'Unavailable'), 'allowed'],
  ['DisableKey on a key that is updating', '17: DisableKey', inState('DisableKey', 'Updating'), 'implicitDeny'],
  [
    'EnableKeyRotation on a disabled key',
    '17: EnableKeyRotation',
    inState('EnableKeyRotation', 'Disabled'),
    'implicitDeny',
  ],
  [
    'GetKeyRotationStatus of an unavailable key',
    '17: GetKeyRotationStatus',
    inState('GetKeyRotationStatus', 'Unavailable'),
    'implicitDeny',
  ],
  [
    'GetKeyRotationStatus of a disabled key',
    '17: GetKeyRotationStatus',
    inState('GetKeyRotationStatus', 'Disabled'),
    'allowed',
  ],
  [
    'ScheduleKeyDeletion of a disabled key',
    '17: ScheduleKeyDeletion',
    inState('ScheduleKeyDeletion', 'Disabled'),
    'allowed',
  ],
  [
    'ScheduleKeyDeletion of a key pending deletion',
    '17: ScheduleKeyDeletion',
    inState('ScheduleKeyDeletion', 'PendingDeletion'),
    'implicitDeny',
  ],
  [
    'TagResource on a key pending deletion',
    '17: TagResource',
    inState('TagResource', 'PendingDeletion'),
    'implicitDeny',
  ],
  [
    'UpdateKeyDescription of a key in the making',
    '17: UpdateKeyDescription',
    inState('UpdateKeyDescription', 'Creating'),
    'allowed',
  ],
  ['Sign with a disabled key', '17: Sign', inState('Sign', 'Disabled'), 'implicitDeny'],
  ['GenerateMac with a key pending import', '17: GenerateMac', inState('GenerateMac', 'PendingImport'), 'implicitDeny'],
  [
    'ImportKeyMaterial into a key pending import',
    '17: ImportKeyMaterial',
    inState('ImportKeyMaterial', 'PendingImport'),
    'allowed',
  ],
  [
    'ImportKeyMaterial into a key in the making',
    '17: ImportKeyMaterial',
    inState('ImportKeyMaterial', 'Creating'),
    'implicitDeny',
  ],
  [
    'GetParametersForImport of a key that is updating',
    '17: GetParametersForImport',
    inState('GetParametersForImport', 'Updating'),
    'implicitDeny',
  ],
  [
    'DeleteImportedKeyMaterial of a key in the making',
    '17: DeleteImportedKeyMaterial',
    inState('DeleteImportedKeyMaterial', 'Creating'),
    'implicitDeny',
  ],
  [
    'ReplicateKey of a key that is updating',
    '17: ReplicateKey',
    multiRegion('ReplicateKey', { state: 'Updating' }),
    'implicitDeny',
  ],
  [
    'UpdatePrimaryRegion of a disabled key',
    '17: UpdatePrimaryRegion',
    multiRegion('UpdatePrimaryRegion', { state: 'Disabled' }),
    'implicitDeny',
  ],
  ['a state that is not told refuses nothing', '17: states', on('Decrypt', {}), 'allowed'],
  // Types
  ['Sign with a symmetric key', '18: Sign', on('Sign', { spec: 'SYMMETRIC_DEFAULT' }), 'implicitDeny'],
  ['Sign with a signing key', '18: Sign', on('Sign', { spec: 'RSA_2048', usage: 'SIGN_VERIFY' }), 'allowed'],
  [
    'Sign with an encryption key',
    '18: Sign',
    on('Sign', { spec: 'RSA_2048', usage: 'ENCRYPT_DECRYPT' }),
    'implicitDeny',
  ],
  ['Sign with an RSA key of unknown usage', '18: Sign', on('Sign', { spec: 'RSA_2048' }), 'allowed'],
  ['Encrypt with a signing key', '18: Encrypt', on('Encrypt', { usage: 'SIGN_VERIFY' }), 'implicitDeny'],
  ['Encrypt with an RSA key', '18: Encrypt', on('Encrypt', { spec: 'RSA_4096', usage: 'ENCRYPT_DECRYPT' }), 'allowed'],
  [
    'GenerateDataKey with an RSA key',
    '18: GenerateDataKey',
    on('GenerateDataKey', { spec: 'RSA_4096', usage: 'ENCRYPT_DECRYPT' }),
    'implicitDeny',
  ],
  ['GenerateMac with an HMAC key', '18: GenerateMac', on('GenerateMac', { spec: 'HMAC_256' }), 'allowed'],
  [
    'GenerateMac with a symmetric key',
    '18: GenerateMac',
    on('GenerateMac', { usage: 'ENCRYPT_DECRYPT' }),
    'implicitDeny',
  ],
  [
    'GetPublicKey of a symmetric key',
    '18: GetPublicKey',
    on('GetPublicKey', { spec: 'SYMMETRIC_DEFAULT' }),
    'implicitDeny',
  ],
  [
    'GetPublicKey of a key-agreement key',
    '18: GetPublicKey',
    on('GetPublicKey', { spec: 'ECC_NIST_P256', usage: 'KEY_AGREEMENT' }),
    'allowed',
  ],
  [
    'DeriveSharedSecret with a signing key',
    '18: DeriveSharedSecret',
    on('DeriveSharedSecret', { spec: 'ECC_NIST_P256', usage: 'SIGN_VERIFY' }),
    'implicitDeny',
  ],
  ['DescribeKey of any key', '18: DescribeKey', on('DescribeKey', { spec: 'HMAC_512' }), 'allowed'],
  [
    'EnableKeyRotation on an HMAC key',
    '18: EnableKeyRotation',
    on('EnableKeyRotation', { spec: 'HMAC_256' }),
    'implicitDeny',
  ],
  [
    'EnableKeyRotation on a symmetric key of KMS',
    '18: EnableKeyRotation',
    on('EnableKeyRotation', { spec: 'SYMMETRIC_DEFAULT', origin: 'AWS_KMS' }),
    'allowed',
  ],
  [
    'EnableKeyRotation on an imported key',
    '20: imported',
    on('EnableKeyRotation', { spec: 'SYMMETRIC_DEFAULT', origin: 'EXTERNAL' }),
    'implicitDeny',
  ],
  [
    'RotateKeyOnDemand of an imported key',
    '18: RotateKeyOnDemand',
    on('RotateKeyOnDemand', { spec: 'SYMMETRIC_DEFAULT', origin: 'EXTERNAL' }),
    'allowed',
  ],
  [
    'RotateKeyOnDemand in a custom key store',
    '24: rotation',
    on('RotateKeyOnDemand', { origin: 'AWS_CLOUDHSM' }),
    'implicitDeny',
  ],
  ['a spec that is not known here refuses nothing', '19: specs', on('Sign', { spec: 'RSA_9999' }), 'allowed'],
  // Origins, Regions, managers
  [
    'ImportKeyMaterial into a key of KMS',
    '18: ImportKeyMaterial',
    on('ImportKeyMaterial', { origin: 'AWS_KMS' }),
    'implicitDeny',
  ],
  [
    'ImportKeyMaterial into a key for imported material',
    '18: ImportKeyMaterial',
    on('ImportKeyMaterial', { origin: 'EXTERNAL' }),
    'allowed',
  ],
  [
    'GenerateDataKeyPair in a custom key store',
    '18: data key pairs',
    on('GenerateDataKeyPair', { origin: 'EXTERNAL_KEY_STORE' }),
    'implicitDeny',
  ],
  [
    'GenerateDataKey in a custom key store',
    '18: data keys',
    on('GenerateDataKey', { origin: 'EXTERNAL_KEY_STORE' }),
    'allowed',
  ],
  [
    'GetKeyRotationStatus in a custom key store',
    '18: special features',
    on('GetKeyRotationStatus', { origin: 'AWS_CLOUDHSM' }),
    'implicitDeny',
  ],
  ['ReplicateKey of a single-Region key', '18: ReplicateKey', on('ReplicateKey', {}), 'implicitDeny'],
  [
    'ReplicateKey of a primary key',
    '22: replicas',
    multiRegion('ReplicateKey', { multiRegionKeyType: 'PRIMARY' }),
    'allowed',
  ],
  [
    'ReplicateKey of a replica',
    '6: ReplicateKey',
    multiRegion('ReplicateKey', { multiRegionKeyType: 'REPLICA' }),
    'implicitDeny',
  ],
  [
    'EnableKeyRotation on a replica',
    '20: primary only',
    multiRegion('EnableKeyRotation', { multiRegionKeyType: 'REPLICA' }),
    'implicitDeny',
  ],
  ['Decrypt with a replica', '22: replicas', multiRegion('Decrypt', { multiRegionKeyType: 'REPLICA' }), 'allowed'],
  [
    'PutKeyPolicy on a key that AWS manages',
    '3: AWS managed keys',
    on('PutKeyPolicy', { manager: 'AWS' }),
    'implicitDeny',
  ],
  ['TagResource on a key that AWS manages', '14: tags', on('TagResource', { keyManager: 'AWS' }), 'implicitDeny'],
  ['Decrypt with a key that AWS manages', '3: AWS managed keys', on('Decrypt', { KeyManager: 'AWS' }), 'allowed'],
  ...NOT_WITH_AWS_KEYS.map(
    (name): RequestCase => [
      `AWS manages the key: no ${name}`,
      '3: AWS managed keys',
      on(name, { manager: 'AWS' }),
      'implicitDeny',
    ],
  ),
  ...WITH_AWS_KEYS.map(
    (name): RequestCase => [
      `AWS manages the key: ${name}`,
      '3: AWS managed keys',
      on(name, { manager: 'AWS' }),
      'allowed',
    ],
  ),
  ...NOT_WITH_AWS_KEYS.map(
    (name): RequestCase => [
      `the customer manages the key: ${name}`,
      '4: change',
      on(name, { manager: 'CUSTOMER' }),
      'allowed',
    ],
  ),
  ...['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'].flatMap((origin) =>
    NOT_IN_KEY_STORES.map(
      (name): RequestCase => [`${origin}: no ${name}`, '24: custom key stores', on(name, { origin }), 'implicitDeny'],
    ),
  ),
  ...ON_PRIMARY_ONLY.map(
    (name): RequestCase => [
      `a replica: no ${name}`,
      '18: primary only',
      multiRegion(name, { multiRegionKeyType: 'REPLICA' }),
      'implicitDeny',
    ],
  ),
  ...ON_PRIMARY_ONLY.map(
    (name): RequestCase => [
      `a primary key: ${name}`,
      '18: primary only',
      multiRegion(name, { multiRegionKeyType: 'PRIMARY' }),
      'allowed',
    ],
  ),
  // Against policies
  [
    'an explicit Deny is told before the key refuses',
    '1.a: step 1',
    on('Decrypt', { state: 'Disabled' }, { keyPolicy: policy(allow({ AWS: ROLE }), deny('*')) }),
    'explicitDeny',
  ],
  [
    'a service is refused too',
    '17: Decrypt',
    request({ principal: LOGS, key: { state: 'Disabled' }, keyPolicy: policy(allow({ Service: LOGS })) }),
    'implicitDeny',
  ],
  [
    'a grant does not help against the state',
    '17: Decrypt',
    request({ key: { state: 'Disabled' }, grants: [{ granteePrincipal: ROLE, operations: ['Decrypt'] }] }),
    'implicitDeny',
  ],
];
