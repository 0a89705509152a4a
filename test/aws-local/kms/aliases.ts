import type { Call, Operation } from '../service.js';
import type { KeyRecord } from '../state/records.js';
import { keyArn } from '../state/toRecords.js';
import { AwsError, constraintMessage } from '../wire/errors.js';
import { requiredString } from '../wire/json.js';
import { authorizeAccount, authorizeKey } from './authorize.js';
import { keyClassOf } from './keySpecs.js';
import { requireKeyState } from './keyStates.js';
import { listPage } from './listing.js';
import { resolveKey } from './resolveKey.js';

const MAX_ALIASES_PER_KEY = 50;

const listAliases: Operation = (call) => {
  authorizeAccount(call, 'kms:ListAliases');
  const { aliases } = call.state;
  let names = aliases.readIds();
  let keyId = '';
  if (call.input['KeyId'] !== undefined) {
    keyId = resolveKey(call).key.id;
    names = names.filter((name) => aliases.read(name)?.targetKeyId === keyId);
  }
  return listPage(call, names, { max: 100, fallback: 50 }, 'Aliases', keyId, (name) => {
    const alias = aliases.read(name);
    return {
      AliasName: name,
      AliasArn: aliasArn(call, name),
      ...(alias?.targetKeyId === undefined
        ? {}
        : {
            TargetKeyId: alias.targetKeyId,
            CreationDate: alias.createdMs / 1000,
            LastUpdatedDate: alias.updatedMs / 1000,
          }),
    };
  });
};

const createAlias: Operation = (call) => {
  const name = requireAliasName(call);
  const key = targetKey(call);
  authorizeAccount(call, 'kms:CreateAlias', aliasArn(call, name));
  authorizeKey(call, key, 'kms:CreateAlias');
  requireKeyState('CreateAlias', key);
  if (call.state.aliases.get(name) !== undefined) {
    throw new AwsError('AlreadyExistsException', `An alias with the name ${aliasArn(call, name)} already exists`);
  }
  const count = call.state.aliases.ids().filter((id) => call.state.aliases.get(id)?.targetKeyId === key.id).length;
  if (count >= MAX_ALIASES_PER_KEY) {
    throw new AwsError('LimitExceededException', `Aliases per key quota of ${MAX_ALIASES_PER_KEY} exceeded`);
  }
  call.state.aliases.set(name, { name, targetKeyId: key.id, createdMs: call.nowMs, updatedMs: call.nowMs });
  return undefined;
};

const updateAlias: Operation = (call) => {
  const name = requireAliasName(call);
  const alias = call.state.aliases.get(name);
  const current = alias?.targetKeyId === undefined ? undefined : call.state.keys.get(alias.targetKeyId);
  if (alias === undefined || current === undefined) {
    throw new AwsError('NotFoundException', `Alias ${aliasArn(call, name)} is not found.`);
  }
  const target = targetKey(call);
  authorizeAccount(call, 'kms:UpdateAlias', aliasArn(call, name));
  authorizeKey(call, current, 'kms:UpdateAlias');
  authorizeKey(call, target, 'kms:UpdateAlias');
  // Only the new key's state matters: an alias may be moved away from a key that is pending deletion.
  requireKeyState('UpdateAlias', target);
  if (keyClassOf(current.keySpec) !== keyClassOf(target.keySpec) || current.keyUsage !== target.keyUsage) {
    throw new AwsError(
      'ValidationException',
      `Alias ${aliasArn(call, name)} cannot be changed from a key of one type or usage to a key of another`,
    );
  }
  call.state.aliases.set(name, { ...alias, targetKeyId: target.id, updatedMs: call.nowMs });
  return undefined;
};

const deleteAlias: Operation = (call) => {
  const name = requireAliasName(call);
  const alias = call.state.aliases.get(name);
  if (alias === undefined) {
    throw new AwsError('NotFoundException', `Alias ${aliasArn(call, name)} is not found.`);
  }
  authorizeAccount(call, 'kms:DeleteAlias', aliasArn(call, name));
  const key = alias.targetKeyId === undefined ? undefined : call.state.keys.get(alias.targetKeyId);
  if (key !== undefined) {
    authorizeKey(call, key, 'kms:DeleteAlias');
  }
  call.state.aliases.delete(name);
  return undefined;
};

/** A name that a customer may create: `alias/` and 1 to 250 legal characters, outside `alias/aws/` (kms-facts 13). */
function requireAliasName(call: Call): string {
  const name = requiredString(call.input, 'AliasName', 'ValidationException');
  if (!name.startsWith('alias/')) {
    throw new AwsError('ValidationException', 'Invalid identifier');
  }
  if (name.length > 256) {
    throw new AwsError(
      'ValidationException',
      constraintMessage(name, 'aliasName', 'have length less than or equal to 256'),
    );
  }
  if (name.startsWith('alias/aws/')) {
    throw new AwsError('NotAuthorizedException', '');
  }
  if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(name)) {
    throw new AwsError('InvalidAliasNameException', `${name} contains invalid characters for an alias`);
  }
  return name;
}

function targetKey(call: Call): KeyRecord {
  const id = requiredString(call.input, 'TargetKeyId', 'ValidationException');
  if (id.startsWith('alias/') || id.includes(':alias/')) {
    throw new AwsError('ValidationException', 'Aliases must refer to keys. Not aliases');
  }
  return resolveKey(call, { member: 'TargetKeyId' }).key;
}

function aliasArn(call: Call, name: string): string {
  return keyArn({ accountId: call.caller.accountId, region: call.region }, '').replace(/key\/$/, name);
}

export const aliasOperations: readonly (readonly [string, Operation])[] = [
  ['ListAliases', listAliases],
  ['CreateAlias', createAlias],
  ['UpdateAlias', updateAlias],
  ['DeleteAlias', deleteAlias],
];
