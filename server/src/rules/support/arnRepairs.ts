import { areFormsComplete, listArnForms } from '../../knowledge/arnForms.js';
import { nearestName } from '../../knowledge/nearest.js';
import { classifyRegion } from '../../knowledge/partitions.js';
import type { ServiceReference } from '../../knowledge/serviceReference.js';
import type { Arn } from '../../policy/arn.js';
import { maskVariables, parseArnPattern } from '../../policy/arnPattern.js';
import { isSoundArn } from './arnFaults.js';

/** The ids of keys: those of multi-Region keys begin with `mrk-`. */
const KEY_ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** True for the id of a KMS key. */
export function isKeyId(text: string): boolean {
  return KEY_ID.test(text);
}

/** The ARN without its extra colon, which moves Region and account one part on; undefined for any other ARN. */
export function dropExtraColon(reference: ServiceReference, text: string, arn: Arn): string | undefined {
  const { region, account, resource } = arn;
  const isMoved = account === '' || (region === '' && classifyRegion(account) !== 'no');
  if (!isMoved || !/^\d{12}:./.test(resource)) {
    return undefined;
  }
  const masked = maskVariables(text);
  const doubles = [...masked.matchAll(/:(?=:)/g)].map(({ index }) => index);
  return doubles
    .map((index) => text.slice(0, index) + text.slice(index + 1))
    .find((candidate) => isWhole(reference, candidate));
}

/** An ARN of fewer than six parts with the empty parts that were left out; undefined when that makes no ARN. */
export function insertEmptyParts(reference: ServiceReference, text: string): string | undefined {
  const parts = maskVariables(text).split(':').length;
  if (parts < 4 || parts > 5) {
    return undefined;
  }
  // After the service: the parts that ARNs leave empty are Region and account.
  const start = text.split(':', 3).join(':').length;
  const candidate = `${text.slice(0, start)}${':'.repeat(6 - parts)}${text.slice(start)}`;
  return isWhole(reference, candidate) ? candidate : undefined;
}

function isWhole(reference: ServiceReference, text: string): boolean {
  const arn = parseArnPattern(text);
  return arn !== undefined && listArnForms(reference, arn.service).length > 0 && isSoundArn(reference, arn);
}

/**
 * The last part of an ARN as it was probably meant: with the word of a resource type as AWS spells it, and the separator
 * that follows it there. A guess by spelling is made only where all types are known.
 */
export function meantResource(reference: ServiceReference, { service, resource }: Arn): string | undefined {
  if (service === 'kms' && isKeyId(resource)) {
    return `key/${resource}`;
  }
  const [, word = '', rest = ''] = /^([A-Za-z][\w-]*)[:/](.+)$/.exec(resource) ?? [];
  const heads = new Map(
    listArnForms(reference, service)
      .filter(({ head }) => /^[^:/]+[:/]$/.test(head))
      .map(({ head }) => [head.slice(0, -1), head]),
  );
  const words = [...heads.keys()];
  const meant =
    words.find((candidate) => simplify(candidate) === simplify(word)) ??
    (areFormsComplete(service) && word !== '' ? nearestName(word, words) : undefined);
  const head = heads.get(meant ?? '');
  return rest === '' || head === undefined ? undefined : head + rest;
}

/** A word without what people get wrong: letter case, hyphens, the plural. */
function simplify(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '').replace(/s$/, '');
}
