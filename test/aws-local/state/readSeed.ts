import { readFileSync } from 'node:fs';
import type { Seed } from './seed.js';

/** Reads a seed file; throws an Error that names the file and the field that is wrong. */
export function readSeedFile(path: string): Seed {
  const text = readFileSync(path, 'utf8');
  try {
    return parseSeed(JSON.parse(text));
  } catch (error) {
    throw new Error(`Seed "${path}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Checks the parts of a seed that would otherwise fail far from their cause. */
export function parseSeed(value: unknown): Seed {
  const accounts = asList(asObject(value, 'the seed')['accounts'], 'accounts');
  accounts.forEach((entry, index) => {
    const where = `accounts[${index}]`;
    const account = asObject(entry, where);
    requireMatch(account['id'], /^\d{12}$/, `${where}.id`, 'twelve digits');
    asOptionalList(account['principals'], `${where}.principals`).forEach((principal, position) => {
      checkPrincipal(principal, `${where}.principals[${position}]`);
    });
    for (const [region, content] of Object.entries(asObject(account['regions'] ?? {}, `${where}.regions`))) {
      checkRegion(content, `${where}.regions.${region}`);
    }
  });
  return value as Seed;
}

function checkPrincipal(value: unknown, where: string): void {
  const principal = asObject(value, where);
  requireMatch(principal['accessKeyId'], /^\w{16,128}$/, `${where}.accessKeyId`, 'an access key id');
  requireMatch(principal['arn'], /^arn:[\w-]+:(iam|sts)::\d{12}:.+$/, `${where}.arn`, 'an IAM or STS ARN');
}

function checkRegion(value: unknown, where: string): void {
  const region = asObject(value, where);
  asOptionalList(region['keys'], `${where}.keys`).forEach((key, index) => {
    const at = `${where}.keys[${index}]`;
    requireMatch(asObject(key, at)['id'], KEY_ID, `${at}.id`, 'a UUID or a multi-Region key id');
  });
  asOptionalList(region['logGroups'], `${where}.logGroups`).forEach((group, index) => {
    const at = `${where}.logGroups[${index}]`;
    requireMatch(asObject(group, at)['name'], /^[\w./#-]{1,512}$/, `${at}.name`, 'a log group name');
  });
}

const KEY_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

function asObject(value: unknown, where: string): { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${where} must be an object`);
  }
  return value as { readonly [name: string]: unknown };
}

function asList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new Error(`${where} must be a list`);
  }
  return value;
}

function asOptionalList(value: unknown, where: string): readonly unknown[] {
  return value === undefined ? [] : asList(value, where);
}

function requireMatch(value: unknown, pattern: RegExp, where: string, expected: string): void {
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw new Error(`${where} must be ${expected}`);
  }
}
