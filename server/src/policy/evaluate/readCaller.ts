import { parseArn } from '../arn.js';
import type { Caller } from './simulation.js';

/** A caller as a request tells it, and what it says of the caller's tags. */
export interface ReadCaller {
  readonly caller: Caller;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Reads who asks: an ARN, an account (its root user), the name of a service, `*` or `anonymous`; or an object with one of
 * the members `AWS`, `Service`, `arn`, `sessionArn`, `account`, and perhaps `type` and `tags`. Undefined for anything else. The
 * role of a session is taken to have no path, unless the role's ARN is told too.
 */
export function readCaller(value: unknown): ReadCaller | undefined {
  if (typeof value === 'string') {
    const caller = callerByName(value.trim());
    return caller && { caller };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const members = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
  const text = (...names: readonly string[]) => {
    const found = names.map((name) => members.get(name)).find((member) => member !== undefined && member !== null);
    const only: unknown = Array.isArray(found) && found.length === 1 ? found[0] : found;
    return typeof only === 'number' ? String(only) : typeof only === 'string' ? only.trim() : undefined;
  };
  const session = text('sessionarn');
  const name = text('aws', 'service', 'arn', 'name', 'id') ?? session ?? text('account', 'accountid') ?? text('type');
  const caller = name === undefined ? undefined : withSession(callerByName(name), session);
  if (caller === undefined) {
    return undefined;
  }
  const tags = readTags(members.get('tags'));
  return { caller, ...(tags !== undefined && { tags }) };
}

function callerByName(name: string): Caller | undefined {
  if (name === '*' || name.toLowerCase() === 'anonymous') {
    return { kind: 'anonymous' };
  }
  if (/^\d{12}$/.test(name)) {
    return { kind: 'root', account: name, arn: `arn:aws:iam::${name}:root` };
  }
  const arn = parseArn(name);
  if (arn !== undefined) {
    return callerByArn(name);
  }
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(name) ? { kind: 'service', name } : undefined;
}

function callerByArn(text: string): Caller | undefined {
  const { partition, service, account, resource } = parseArn(text) ?? {};
  if (account === undefined || resource === undefined) {
    return undefined;
  }
  if (service === 'sts') {
    const role = /^assumed-role\/([^/]+)\/.+$/.exec(resource)?.[1];
    if (role !== undefined) {
      return { kind: 'session', account, arn: `arn:${partition}:iam::${account}:role/${role}`, sessionArn: text };
    }
    return resource.startsWith('federated-user/') ? { kind: 'federated', account, arn: text } : undefined;
  }
  if (service !== 'iam') {
    return undefined;
  }
  if (resource === 'root') {
    return { kind: 'root', account, arn: text };
  }
  const kind = /^(user|role)\/./.exec(resource)?.[1];
  return kind === 'user' || kind === 'role' ? { kind, account, arn: text } : undefined;
}

/** A role's ARN and a session's together are the session with its true role. */
function withSession(caller: Caller | undefined, sessionArn: string | undefined): Caller | undefined {
  return sessionArn !== undefined && caller?.kind === 'role' ? { ...caller, kind: 'session', sessionArn } : caller;
}

/** Tags as an object, or as the list of pairs that AWS's interfaces give; undefined for anything else. */
export function readTags(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const pairs: (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value.map((pair: Record<string, unknown> | null) => [
        pair?.['TagKey'] ?? pair?.['Key'] ?? pair?.['key'],
        pair?.['TagValue'] ?? pair?.['Value'] ?? pair?.['value'] ?? '',
      ])
    : Object.entries(value);
  return Object.fromEntries(pairs.flatMap(([key, tag]) => (typeof key === 'string' ? [[key, String(tag)]] : [])));
}
