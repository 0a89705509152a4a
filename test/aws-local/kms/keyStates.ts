import type { KeyRecord } from '../state/records.js';
import { AwsError } from '../wire/errors.js';

/** Footnotes of the key state table (kms-facts 17), as errors. */
type Footnote =
  | 'disabled'
  | 'pending-deletion'
  | 'not-pending-deletion'
  | 'pending-import'
  | 'origin-external'
  | 'custom-key-store'
  | 'creating'
  | 'updating';

type States = { readonly [keyState: string]: Footnote };

const PENDING_DELETION: States = { PendingDeletion: 'pending-deletion', PendingReplicaDeletion: 'pending-deletion' };

const SWITCHING: States = {
  ...PENDING_DELETION,
  PendingImport: 'pending-import',
  Creating: 'creating',
  Updating: 'updating',
};

const ROTATING: States = {
  ...PENDING_DELETION,
  Disabled: 'disabled',
  PendingImport: 'origin-external',
  Unavailable: 'custom-key-store',
  Creating: 'creating',
};

/** Rows of the key state table: the states that an operation does not work in. Operations not named work in all. */
const REFUSED: ReadonlyMap<string, States> = new Map([
  [
    'CancelKeyDeletion',
    {
      Enabled: 'not-pending-deletion',
      Disabled: 'not-pending-deletion',
      PendingImport: 'not-pending-deletion',
      Unavailable: 'not-pending-deletion',
      Creating: 'not-pending-deletion',
      Updating: 'not-pending-deletion',
    },
  ],
  ['CreateAlias', PENDING_DELETION],
  ['CreateGrant', { ...PENDING_DELETION, Disabled: 'disabled', PendingImport: 'pending-import', Creating: 'creating' }],
  ['ReplicateKey', { ...SWITCHING, Disabled: 'disabled' }],
  ['UpdatePrimaryRegion', { ...SWITCHING, Disabled: 'disabled' }],
  ['RotateKeyOnDemand', ROTATING],
  ['UpdateAlias', PENDING_DELETION],
  ['DisableKey', SWITCHING],
  ['EnableKey', SWITCHING],
  ['DisableKeyRotation', ROTATING],
  ['EnableKeyRotation', ROTATING],
  ['GetKeyRotationStatus', { PendingImport: 'origin-external', Unavailable: 'custom-key-store' }],
  ['ScheduleKeyDeletion', { ...PENDING_DELETION, Updating: 'updating' }],
  ['TagResource', PENDING_DELETION],
  ['UntagResource', PENDING_DELETION],
  ['UpdateKeyDescription', PENDING_DELETION],
]);

/** Throws when the key's state does not allow the operation. */
export function requireKeyState(operation: string, key: KeyRecord): void {
  const footnote = REFUSED.get(operation)?.[key.keyState];
  if (footnote !== undefined) {
    throw stateError(footnote, key);
  }
}

function stateError(footnote: Footnote, { arn }: KeyRecord): AwsError {
  switch (footnote) {
    case 'disabled':
      return new AwsError('DisabledException', `${arn} is disabled.`);
    case 'pending-deletion':
      return new AwsError('KMSInvalidStateException', `${arn} is pending deletion.`);
    case 'not-pending-deletion':
      return new AwsError('KMSInvalidStateException', `${arn} is not pending deletion.`);
    case 'pending-import':
      return new AwsError('KMSInvalidStateException', `${arn} is pending import.`);
    case 'creating':
      return new AwsError('KMSInvalidStateException', `${arn} is creating.`);
    case 'updating':
      return new AwsError('KMSInvalidStateException', `${arn} is updating.`);
    case 'origin-external':
      return new AwsError(
        'UnsupportedOperationException',
        `${arn} origin is EXTERNAL which is not valid for this operation.`,
      );
    case 'custom-key-store':
      return new AwsError(
        'UnsupportedOperationException',
        `${arn} is in a custom key store, which is not valid for this operation.`,
      );
  }
}
