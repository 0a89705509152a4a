import type { Call, Operation } from '../service.js';
import { hexOf } from '../state/ids.js';
import type { GrantRecord, KeyRecord } from '../state/records.js';
import { AwsError } from '../wire/errors.js';
import {
  type JsonObject,
  optionalList,
  optionalMap,
  optionalString,
  requiredString,
  requireOneOf,
} from '../wire/json.js';
import { authorizeAccount, authorizeKey } from './authorize.js';
import { keyClassOf } from './keySpecs.js';
import { requireKeyState } from './keyStates.js';
import { listPage } from './listing.js';
import { resolveKey } from './resolveKey.js';

type KeyClasses = readonly ReturnType<typeof keyClassOf>[];
const ANY: KeyClasses = ['symmetric', 'asymmetric', 'hmac'];

/** What a grant may allow, and for which classes of keys (kms-facts 12). */
const OPERATIONS: ReadonlyMap<string, KeyClasses> = new Map<string, KeyClasses>([
  ['Decrypt', ['symmetric', 'asymmetric']],
  ['Encrypt', ['symmetric', 'asymmetric']],
  ['GenerateDataKey', ['symmetric']],
  ['GenerateDataKeyWithoutPlaintext', ['symmetric']],
  ['GenerateDataKeyPair', ['symmetric']],
  ['GenerateDataKeyPairWithoutPlaintext', ['symmetric']],
  ['ReEncryptFrom', ['symmetric', 'asymmetric']],
  ['ReEncryptTo', ['symmetric', 'asymmetric']],
  ['Sign', ['asymmetric']],
  ['Verify', ['asymmetric']],
  ['GetPublicKey', ['asymmetric']],
  ['DeriveSharedSecret', ['asymmetric']],
  ['GenerateMac', ['hmac']],
  ['VerifyMac', ['hmac']],
  ['CreateGrant', ANY],
  ['RetireGrant', ANY],
  ['DescribeKey', ANY],
]);
const MAX_GRANTS = 50_000;
const MAX_CONTEXT_PAIRS = 8;

const createGrant: Operation = (call) => {
  const { key } = resolveKey(call);
  const { input } = call;
  const grantee = requireGrantPrincipal(requiredString(input, 'GranteePrincipal', 'ValidationException'));
  const retiring = optionalString(input, 'RetiringPrincipal');
  const operations = (optionalList(input, 'Operations') ?? []).map(String);
  authorizeKey(call, key, 'kms:CreateGrant', {
    'kms:GrantOperations': operations,
    'kms:GranteePrincipal': grantee,
    'kms:RetiringPrincipal': retiring,
    'kms:GrantIsForAWSResource': 'false',
  });
  requireKeyState('CreateGrant', key);
  requireOperations(operations, key);
  const constraints = readConstraints(call, key);
  const grant = {
    keyId: key.id,
    name: optionalString(input, 'Name'),
    grantee,
    retiring: retiring === undefined ? undefined : requireGrantPrincipal(retiring),
    operations,
    constraints,
    issuingAccount: `arn:${call.caller.partition}:iam::${call.caller.accountId}:root`,
  };
  const table = call.world.region(key.accountId, key.region).grants;
  const existing = grant.name === undefined ? undefined : findSame(grant, key, call);
  if (existing === undefined && grantIds(key, call).length >= MAX_GRANTS) {
    throw new AwsError('LimitExceededException', 'The grant quota of this key is exceeded.');
  }
  const id = existing?.id ?? hexOf(`grant ${call.world.newId()}`, 64);
  if (existing === undefined) {
    table.set(id, { ...grant, id, createdMs: call.nowMs });
  }
  return { GrantId: id, GrantToken: `token-${id}` };
};

/** A name makes creating the same grant again harmless: its id comes back. */
function findSame(grant: Omit<GrantRecord, 'id' | 'createdMs'>, key: KeyRecord, call: Call): GrantRecord | undefined {
  const { grants } = call.world.region(key.accountId, key.region);
  return grantIds(key, call)
    .map((id) => grants.get(id))
    .find((other) => other !== undefined && contentOf(other) === contentOf(grant));
}

function contentOf({
  name,
  grantee,
  retiring,
  operations,
  constraints,
}: Omit<GrantRecord, 'id' | 'createdMs'>): string {
  return JSON.stringify([name, grantee, retiring, [...operations].sort(), constraints]);
}

function grantIds(key: KeyRecord, call: Call): readonly string[] {
  const { grants } = call.world.region(key.accountId, key.region);
  return grants.ids().filter((id) => grants.get(id)?.keyId === key.id);
}

const listGrants: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:ListGrants');
  const { grants } = call.world.region(key.accountId, key.region);
  const [grantId, grantee] = [optionalString(call.input, 'GrantId'), optionalString(call.input, 'GranteePrincipal')];
  const ids = grants.readIds().filter((id) => {
    const grant = grants.read(id);
    return (
      grant?.keyId === key.id &&
      (grantId === undefined || id === grantId) &&
      (grantee === undefined || grant.grantee === grantee)
    );
  });
  return listPage(call, ids, { max: 100, fallback: 50 }, 'Grants', key.id, (id) => toEntry(grants.read(id), key));
};

const listRetirableGrants: Operation = (call) => {
  const retiring = requiredString(call.input, 'RetiringPrincipal', 'ValidationException');
  authorizeAccount(call, 'kms:ListRetirableGrants');
  const { grants, keys } = call.state;
  const ids = grants.readIds().filter((id) => grants.read(id)?.retiring === retiring);
  return listPage(call, ids, { max: 100, fallback: 50 }, 'Grants', retiring, (id) => {
    const grant = grants.read(id);
    return toEntry(grant, grant === undefined ? undefined : keys.read(grant.keyId));
  });
};

const revokeGrant: Operation = (call) => {
  const { key } = resolveKey(call);
  authorizeKey(call, key, 'kms:RevokeGrant', { 'kms:GrantIsForAWSResource': 'false' });
  const { grants } = call.world.region(key.accountId, key.region);
  const id = requiredString(call.input, 'GrantId', 'ValidationException');
  requireGrant(grants.get(id), key);
  grants.delete(id);
  return undefined;
};

/** Retiring is the right of the retiring principal, of a grantee that holds it, and of the account (kms-facts 12). */
const retireGrant: Operation = (call) => {
  const { key } = resolveKey(call);
  const { grants } = call.world.region(key.accountId, key.region);
  const id = requiredString(call.input, 'GrantId', 'ValidationException');
  const grant = requireGrant(grants.get(id), key);
  const { arn, roleArn, accountId } = call.caller;
  const isCaller = (principal: string | undefined) =>
    principal !== undefined && (principal === arn || principal === roleArn || principal.includes(`:${accountId}:root`));
  const mayRetire =
    isCaller(grant.retiring) ||
    (grant.operations.includes('RetireGrant') && isCaller(grant.grantee)) ||
    isCaller(grant.issuingAccount);
  if (!mayRetire) {
    throw new AwsError('AccessDeniedException', `User: ${arn} is not authorized to perform: kms:RetireGrant`);
  }
  grants.delete(id);
  return undefined;
};

function requireGrant(grant: GrantRecord | undefined, key: KeyRecord): GrantRecord {
  if (grant?.keyId !== key.id) {
    throw new AwsError('NotFoundException', 'The grant does not exist.');
  }
  return grant;
}

function requireGrantPrincipal(principal: string): string {
  const isPrincipal =
    /^arn:aws[a-z-]*:(?:iam::\d{12}:(?:root|user\/.+|role\/.+)|sts::\d{12}:(?:assumed-role|federated-user)\/.+)$/.test(
      principal,
    );
  if (!isPrincipal) {
    throw new AwsError('InvalidArnException', `Invalid principal ${principal}`);
  }
  return principal;
}

function requireOperations(operations: readonly string[], key: KeyRecord): void {
  if (operations.length === 0) {
    throw new AwsError('ValidationException', 'Operations must not be empty');
  }
  const keyClass = keyClassOf(key.keySpec);
  for (const operation of operations) {
    requireOneOf(operation, 'Operations', [...OPERATIONS.keys()], 'ValidationException');
    if (OPERATIONS.get(operation)?.includes(keyClass) !== true) {
      throw new AwsError('ValidationError', `${operation} is not supported by keys of spec ${key.keySpec}.`);
    }
  }
}

function readConstraints({ input }: Call, key: KeyRecord): JsonObject {
  const constraints = optionalMap(input, 'Constraints') ?? {};
  const given = ['EncryptionContextEquals', 'EncryptionContextSubset'].flatMap((member) => {
    const pairs = optionalMap(constraints, member);
    return pairs === undefined ? [] : [{ member, pairs }];
  });
  for (const { pairs } of given) {
    const entries = Object.entries(pairs);
    if (keyClassOf(key.keySpec) !== 'symmetric') {
      throw new AwsError('ValidationError', 'Encryption context constraints need a symmetric encryption key.');
    }
    if (entries.length > MAX_CONTEXT_PAIRS || entries.some(([, value]) => String(value).length > 384)) {
      throw new AwsError('ValidationException', 'Invalid encryption context constraint');
    }
  }
  return Object.fromEntries(given.map(({ member, pairs }) => [member, pairs]));
}

function toEntry(grant: GrantRecord | undefined, key: KeyRecord | undefined): JsonObject | undefined {
  if (grant === undefined) {
    return undefined;
  }
  return {
    KeyId: key?.arn ?? grant.keyId,
    GrantId: grant.id,
    Name: grant.name ?? '',
    CreationDate: grant.createdMs / 1000,
    GranteePrincipal: grant.grantee,
    ...(grant.retiring === undefined ? {} : { RetiringPrincipal: grant.retiring }),
    IssuingAccount: grant.issuingAccount,
    Operations: grant.operations,
    ...(Object.keys(grant.constraints).length === 0 ? {} : { Constraints: grant.constraints }),
  };
}

export const grantOperations: readonly (readonly [string, Operation])[] = [
  ['CreateGrant', createGrant],
  ['ListGrants', listGrants],
  ['ListRetirableGrants', listRetirableGrants],
  ['RevokeGrant', revokeGrant],
  ['RetireGrant', retireGrant],
];
