import type { Json } from '../../aws/ports.js';
import { isJsonObject, isList } from './json.js';

/** Elements whose lists AWS keeps in whatever order it likes, and in which one value stands for a list of one. */
const LISTS = new Set(['Action', 'NotAction', 'Resource', 'NotResource']);

/**
 * One text for all spellings of a policy that AWS takes for the same: white space, order of statements, members and
 * lists, one value or a list of one, an account ID or its root ARN. KMS gives back a policy in another order than it was
 * put (user-needs, pain 5). What a statement permits is not interpreted.
 *
 * @returns the text itself when it is not JSON
 */
export function canonicalPolicy(text: string): string {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return text;
  }
  return isJsonObject(value) ? serialise({ ...value, Statement: statements(value['Statement'] ?? []) }) : text;
}

/** The same for one statement. */
export function canonicalStatement(value: Json): string {
  return serialise(statement(value));
}

function statements(value: Json): Json {
  return sorted((isList(value) ? value : [value]).map(statement));
}

function statement(value: Json): Json {
  if (!isJsonObject(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [name, elementOf(name, element)]));
}

function elementOf(name: string, value: Json): Json {
  if (LISTS.has(name)) {
    return list(value);
  }
  if ((name === 'Principal' || name === 'NotPrincipal') && isJsonObject(value)) {
    return mapValues(value, (principals, type) =>
      type === 'AWS' ? list(mapItems(principals, rootArn)) : list(principals),
    );
  }
  if (name === 'Condition' && isJsonObject(value)) {
    return mapValues(value, (block) =>
      isJsonObject(block) ? mapValues(block, (item) => list(mapItems(item, text))) : block,
    );
  }
  return value;
}

/** Twelve digits name the account as its root ARN does; KMS stores the latter, of its own partition. */
function rootArn(value: Json): Json {
  const account = typeof value === 'string' ? /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1] : undefined;
  return account === undefined ? value : `${account}:root`;
}

/** Condition values are texts to AWS, however they are written. */
function text(value: Json): Json {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

function list(value: Json): Json {
  return sorted(isList(value) ? value : [value]);
}

function sorted(items: readonly Json[]): Json {
  return [...new Set(items.map(serialise))].sort().map((item) => JSON.parse(item) as Json);
}

function mapItems(value: Json, change: (item: Json) => Json): Json {
  return isList(value) ? value.map(change) : change(value);
}

function mapValues(value: { readonly [name: string]: Json }, change: (item: Json, name: string) => Json): Json {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item, name)]));
}

/** JSON with the members of objects in alphabetical order. */
function serialise(value: Json): string {
  if (isList(value)) {
    return `[${value.map(serialise).join(',')}]`;
  }
  if (isJsonObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${serialise(value[name] ?? null)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
