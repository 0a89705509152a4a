/** States of a key (kms-facts section 17). */
export const KEY_STATES = [
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingReplicaDeletion',
  'PendingImport',
  'Unavailable',
  'Creating',
  'Updating',
] as const;
type KeyState = (typeof KEY_STATES)[number];

const DELETING: readonly KeyState[] = ['PendingDeletion', 'PendingReplicaDeletion'];
const UNUSABLE: readonly KeyState[] = ['Disabled', ...DELETING, 'PendingImport', 'Creating'];
const UNCHANGEABLE: readonly KeyState[] = [...DELETING, 'PendingImport', 'Creating', 'Updating'];
const UNCHANGEABLE_MATERIAL: readonly KeyState[] = [...DELETING, 'Unavailable', 'Creating'];

/**
 * States in which KMS refuses an operation whatever the policies say. Cells that depend on more than the state, and
 * operations that the table does not hold, are left out: they refuse nothing here. kms-facts section 17.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
 */
export const REFUSING_STATES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      [['CancelKeyDeletion'], ['Enabled', 'Disabled', 'PendingImport', 'Unavailable', 'Creating', 'Updating']],
      [['CreateAlias', 'TagResource', 'UntagResource', 'UpdateKeyDescription'], DELETING],
      [['CreateGrant'], UNUSABLE],
      [
        [
          'Decrypt',
          'Encrypt',
          'GenerateDataKey',
          'GenerateDataKeyPair',
          'GenerateDataKeyPairWithoutPlaintext',
          'GenerateDataKeyWithoutPlaintext',
          'ReEncryptFrom',
          'ReEncryptTo',
        ],
        [...UNUSABLE, 'Unavailable'],
      ],
      [
        // DeriveSharedSecret and the encapsulation operations are newer than the table; they use the material as Sign does.
        [
          'Decapsulate',
          'DeriveSharedSecret',
          'Encapsulate',
          'GenerateMac',
          'GetPublicKey',
          'Sign',
          'Verify',
          'VerifyMac',
        ],
        UNUSABLE,
      ],
      [['DeleteImportedKeyMaterial'], [...DELETING, 'Creating', 'Updating']],
      [['DisableKey', 'EnableKey'], UNCHANGEABLE],
      [
        ['DisableKeyRotation', 'EnableKeyRotation'],
        [...UNUSABLE, 'Unavailable'],
      ],
      [['GetKeyRotationStatus'], ['PendingImport', 'Unavailable']],
      [['GetParametersForImport'], [...UNCHANGEABLE_MATERIAL, 'Updating']],
      [['ImportKeyMaterial'], UNCHANGEABLE_MATERIAL],
      [
        ['ReplicateKey', 'UpdatePrimaryRegion'],
        [...UNUSABLE, 'Updating'],
      ],
      [['ScheduleKeyDeletion'], [...DELETING, 'Updating']],
    ] satisfies (readonly [readonly string[], readonly KeyState[]])[]
  ).flatMap(([actions, states]) => actions.map((action): [string, ReadonlySet<string>] => [action, new Set(states)])),
);

/** Origins of keys in custom key stores. */
export const CUSTOM_KEY_STORE_ORIGINS: ReadonlySet<string> = new Set(['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE']);

/** Operations that keys in custom key stores do not have, beside those for one origin only (kms-facts sections 18, 24). */
export const NOT_IN_CUSTOM_KEY_STORES: ReadonlySet<string> = new Set([
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GetKeyRotationStatus',
  'RotateKeyOnDemand',
]);

/** Operations that a replica leaves to its primary key (kms-facts sections 6, 18). */
export const ONLY_ON_PRIMARY: ReadonlySet<string> = new Set([
  'DisableKeyRotation',
  'EnableKeyRotation',
  'ReplicateKey',
]);

/** Operations that keys managed by AWS do not let customers do (kms-facts sections 4, 13, 14, 20, 21). */
export const NOT_ON_AWS_MANAGED_KEYS: ReadonlySet<string> = new Set([
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
]);
