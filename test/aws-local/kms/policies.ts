import type { Call, Operation } from '../service.js';
import type { KeyRecord } from '../state/records.js';
import { AwsError } from '../wire/errors.js';
import { optionalBoolean, optionalString, requiredString } from '../wire/json.js';
import { authorizeKey, keyAccessRefusal } from './authorize.js';
import { listPage } from './listing.js';
import { requireStorablePolicy } from './policyDocument.js';
import { resolveKey } from './resolveKey.js';

const getKeyPolicy: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:GetKeyPolicy');
  requirePolicyName(call);
  return { Policy: key.policy, PolicyName: 'default' };
};

const listKeyPolicies: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:ListKeyPolicies');
  return listPage(call, ['default'], { max: 1000, fallback: 100 }, 'PolicyNames', key.id, (name) => name);
};

const putKeyPolicy: Operation = (call) => {
  const { key } = resolveKey(call);
  const bypass = optionalBoolean(call.input, 'BypassPolicyLockoutSafetyCheck') ?? false;
  authorizeKey(call, key, 'kms:PutKeyPolicy', bypassContext(bypass));
  requirePolicyName(call);
  const policy = requiredString(call.input, 'Policy', 'ValidationException');
  requireStorablePolicy(policy, call.world);
  requireNoLockout(call, { ...key, policy }, bypass);
  call.state.keys.set(key.id, { ...key, policy });
  return undefined;
};

/** The lockout safety check: the caller must still be able to call PutKeyPolicy afterwards (kms-facts 4). */
export function requireNoLockout(call: Call, keyWithNewPolicy: KeyRecord, bypass: boolean): void {
  if (!bypass && keyAccessRefusal(call, keyWithNewPolicy, 'kms:PutKeyPolicy', bypassContext(false)) !== undefined) {
    throw new AwsError(
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
    );
  }
}

function bypassContext(bypass: boolean): { readonly [key: string]: string } {
  return { 'kms:BypassPolicyLockoutSafetyCheck': String(bypass) };
}

function requirePolicyName(call: Call): void {
  const name = optionalString(call.input, 'PolicyName') ?? 'default';
  if (name !== 'default') {
    throw new AwsError('NotFoundException', 'No such policy exists');
  }
}

export const policyOperations: readonly (readonly [string, Operation])[] = [
  ['GetKeyPolicy', getKeyPolicy],
  ['ListKeyPolicies', listKeyPolicies],
  ['PutKeyPolicy', putKeyPolicy],
];
