import { describe, expect, it } from 'vitest';
import { KEY_STATES, REFUSING_STATES } from '../../server/src/knowledge/keyRefusals.js';
import { KMS_ACTIONS } from '../../server/src/knowledge/kmsActions.js';

/**
 * Kms-facts section 17, written down a second time: `x` is refused, `-` is not, or hangs on more than the state. Columns:
 * Enabled, Disabled, PendingDeletion, PendingReplicaDeletion, PendingImport, Unavailable, Creating, Updating.
 */
const TABLE = `
CancelKeyDeletion                    x x - - x x x x
CreateAlias                          - - x x - - - -
CreateGrant                          - x x x x - x -
Decrypt                              - x x x x x x -
Encrypt                              - x x x x x x -
GenerateDataKey                      - x x x x x x -
GenerateDataKeyPair                  - x x x x x x -
GenerateDataKeyPairWithoutPlaintext  - x x x x x x -
GenerateDataKeyWithoutPlaintext      - x x x x x x -
ReEncryptFrom                        - x x x x x x -
ReEncryptTo                          - x x x x x x -
DeleteAlias                          - - - - - - - -
DeleteImportedKeyMaterial            - - x x - - x x
DescribeKey                          - - - - - - - -
GetKeyPolicy                         - - - - - - - -
PutKeyPolicy                         - - - - - - - -
ListAliases                          - - - - - - - -
ListGrants                           - - - - - - - -
ListKeyPolicies                      - - - - - - - -
ListResourceTags                     - - - - - - - -
RetireGrant                          - - - - - - - -
RevokeGrant                          - - - - - - - -
DisableKey                           - - x x x - x x
EnableKey                            - - x x x - x x
DisableKeyRotation                   - x x x x x x -
EnableKeyRotation                    - x x x x x x -
GenerateMac                          - x x x x - x -
VerifyMac                            - x x x x - x -
GetKeyRotationStatus                 - - - - x x - -
GetParametersForImport               - - x x - x x x
GetPublicKey                         - x x x x - x -
Sign                                 - x x x x - x -
Verify                               - x x x x - x -
DeriveSharedSecret                   - x x x x - x -
Encapsulate                          - x x x x - x -
Decapsulate                          - x x x x - x -
ImportKeyMaterial                    - - x x - x x -
ReplicateKey                         - x x x x - x x
ScheduleKeyDeletion                  - - x x - - - x
TagResource                          - - x x - - - -
UntagResource                        - - x x - - - -
UpdateKeyDescription                 - - x x - - - -
UpdateAlias                          - - - - - - - -
UpdatePrimaryRegion                  - x x x x - x x
`;
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/));

describe('states that refuse an operation', () => {
  it.each(rows.map(([name = '', ...cells]) => [name, cells] as const))('%s', (name, cells) => {
    const refused = KEY_STATES.map((state) => (REFUSING_STATES.get(name)?.has(state) === true ? 'x' : '-'));
    expect(refused).toEqual(cells);
  });

  it('are told for operations that exist, and for no other', () => {
    const names = new Set(KMS_ACTIONS.map(({ name }) => name));
    expect([...REFUSING_STATES.keys(), ...rows.map(([name]) => name ?? '')].filter((name) => !names.has(name))).toEqual(
      [],
    );
  });
});
