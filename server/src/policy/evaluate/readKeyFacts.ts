import { parseArn } from '../arn.js';
import { readTags } from './readCaller.js';
import type { Caller, KeyFacts } from './simulation.js';

/** Which key is asked for, and the alias by which it is, if it is by one. */
export interface ReadKey {
  readonly key: KeyFacts;
  readonly requestAlias?: string;
}

/**
 * Reads what is told of the key: our names of members, those of `DescribeKey`, and short ones (`spec`), in any case. The
 * resource says which key it is; an alias stands for its key, whose ARN may be told in `key`. A bare id or alias name is
 * one of the caller's account (kms-facts section 15). Undefined when `value` is no object.
 */
export function readKeyFacts(
  value: unknown,
  resource: string | undefined,
  caller: Caller,
  onAlias: boolean,
): ReadKey | undefined {
  const told = readMembers(value);
  if (told === undefined) {
    return undefined;
  }
  const arn = resource === undefined ? undefined : parseArn(resource);
  if (arn === undefined) {
    return byName(told, resource, caller);
  }
  const place = { account: arn.account, region: arn.region };
  if (!arn.resource.startsWith('alias/') || arn.service !== 'kms') {
    return { key: { ...told, ...place, arn: resource ?? '' } };
  }
  return onAlias
    ? { key: { ...told, ...place, arn: resource ?? '' } }
    : { key: { ...told, ...place }, requestAlias: arn.resource };
}

/** A key id, the name of an alias, `*` or nothing. */
function byName(told: KeyFacts, resource: string | undefined, caller: Caller): ReadKey {
  if (resource === undefined || resource === '' || resource === '*') {
    return { key: withPlace(told) };
  }
  const account = told.account ?? (told.arn === undefined && 'account' in caller ? caller.account : undefined);
  const key = withPlace({ ...told, ...(account !== undefined && { account }) });
  if (resource.startsWith('alias/')) {
    return { key, requestAlias: resource };
  }
  const partition = 'arn' in caller ? parseArn(caller.arn)?.partition : 'aws';
  return key.arn === undefined && key.region !== undefined && key.account !== undefined && partition !== undefined
    ? { key: { ...key, arn: `arn:${partition}:kms:${key.region}:${key.account}:key/${resource}` } }
    : { key };
}

/** Account and Region are in the ARN. */
function withPlace(key: KeyFacts): KeyFacts {
  const arn = key.arn === undefined ? undefined : parseArn(key.arn);
  return arn === undefined ? key : { account: arn.account, region: arn.region, ...key };
}

function readMembers(value: unknown): KeyFacts | undefined {
  if (value === undefined || value === null) {
    return {};
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return undefined;
  }
  const facts: MutableFacts = {};
  for (const [name, member] of Object.entries(value)) {
    readMember(facts, name.toLowerCase(), member);
  }
  return facts;
}

type MutableFacts = { -readonly [name in keyof KeyFacts]: KeyFacts[name] };

const TEXT_MEMBERS: ReadonlyMap<string, 'arn' | 'account' | 'region' | 'keySpec' | 'keyUsage' | 'origin' | 'state'> =
  new Map([
    ['arn', 'arn'],
    ['keyarn', 'arn'],
    ['account', 'account'],
    ['awsaccountid', 'account'],
    ['region', 'region'],
    ['spec', 'keySpec'],
    ['keyspec', 'keySpec'],
    ['usage', 'keyUsage'],
    ['keyusage', 'keyUsage'],
    ['origin', 'origin'],
    ['keyorigin', 'origin'],
    ['state', 'state'],
    ['keystate', 'state'],
  ] as const);

function readMember(facts: MutableFacts, name: string, value: unknown): void {
  const textMember = TEXT_MEMBERS.get(name);
  if (textMember !== undefined) {
    if (typeof value === 'string' || typeof value === 'number') {
      facts[textMember] = String(value);
    }
    return;
  }
  switch (name) {
    case 'keymetadata':
      Object.assign(facts, readMembers(value));
      return;
    case 'aliases':
      if (Array.isArray(value)) {
        facts.aliases = value.flatMap((alias: unknown) => aliasName(alias) ?? []);
      }
      return;
    case 'tags': {
      const tags = readTags(value);
      if (tags !== undefined) {
        facts.tags = tags;
      }
      return;
    }
    case 'multiregion':
      if (typeof value === 'boolean' || value === 'true' || value === 'false') {
        facts.multiRegion = String(value) === 'true';
      }
      return;
    case 'multiregionkeytype':
      if (value === 'PRIMARY' || value === 'REPLICA') {
        facts.multiRegionKeyType = value;
      }
      return;
    case 'multiregionconfiguration':
      if (typeof value === 'object' && value !== null && 'MultiRegionKeyType' in value) {
        readMember(facts, 'multiregionkeytype', value.MultiRegionKeyType);
      }
      return;
    case 'manager':
    case 'keymanager':
      if (value === 'CUSTOMER' || value === 'AWS') {
        facts.manager = value;
      }
  }
}

/** `alias/app` from itself, from `app`, from an alias ARN, or from an entry of `ListAliases`. */
function aliasName(alias: unknown): string | undefined {
  const text = typeof alias === 'object' && alias !== null && 'AliasName' in alias ? alias.AliasName : alias;
  if (typeof text !== 'string') {
    return undefined;
  }
  const name = parseArn(text)?.resource ?? text;
  return name.startsWith('alias/') ? name : `alias/${name}`;
}
