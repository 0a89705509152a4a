import { KMS_CRYPTOGRAPHIC_ACTIONS } from './kmsActions.js';

/**
 * What people ask about a key, as groups of KMS permissions. `decrypt`: what turns ciphertext into plaintext, or into
 * ciphertext under another key. `administer`: what the console's statement for administrators changes, reading left out
 * (kms-facts section 3.b). `grant`: what gives and takes access without touching the policy. `delete`: what ends in a
 * loss of data.
 */
const GROUPS = {
  decrypt: ['Decrypt', 'ReEncryptFrom'],
  encrypt: [
    'Encrypt',
    'ReEncryptTo',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
  ],
  sign: ['Sign', 'Verify'],
  mac: ['GenerateMac', 'VerifyMac'],
  agree: ['DeriveSharedSecret', 'Encapsulate', 'Decapsulate'],
  use: KMS_CRYPTOGRAPHIC_ACTIONS,
  administer: [
    'PutKeyPolicy',
    'EnableKey',
    'DisableKey',
    'EnableKeyRotation',
    'DisableKeyRotation',
    'RotateKeyOnDemand',
    'CreateAlias',
    'UpdateAlias',
    'DeleteAlias',
    'TagResource',
    'UntagResource',
    'UpdateKeyDescription',
    'ImportKeyMaterial',
    'ReplicateKey',
    'UpdatePrimaryRegion',
  ],
  grant: ['CreateGrant', 'RevokeGrant'],
  delete: ['ScheduleKeyDeletion', 'DeleteImportedKeyMaterial'],
} as const satisfies Record<string, readonly string[]>;

export type ActionGroup = keyof typeof GROUPS;

/** Names of the groups, in the order in which they are offered. */
export const ACTION_GROUPS = Object.keys(GROUPS) as readonly ActionGroup[];

export function isActionGroup(text: string): text is ActionGroup {
  return Object.hasOwn(GROUPS, text);
}

/** The permissions of a group, with their prefix. */
export function actionsOfGroup(group: ActionGroup): readonly string[] {
  return GROUPS[group].map((name) => `kms:${name}`);
}
