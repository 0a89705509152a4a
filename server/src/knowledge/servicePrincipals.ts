import type { PolicyKind } from '../../../protocol/src/vocabulary.js';
import { memoizeText } from './memo.js';
import { nearestName } from './nearest.js';
import { classifyRegion, PARTITIONS, partitionOfRegion } from './partitions.js';
import { SERVICE_PRINCIPALS, type ServicePrincipal } from './servicePrincipalList.js';

/** A service principal as a policy writes it, taken apart. */
export interface ParsedServicePrincipal {
  readonly principal: ServicePrincipal;
  /** Present when the name holds a Region. */
  readonly region?: string;
  readonly suffix: string;
}

const BY_ID = new Map(SERVICE_PRINCIPALS.map((principal) => [principal.id, principal]));

// The longest first, since `.amazonaws.com` is the beginning of `.amazonaws.com.cn`.
const SUFFIXES = [...new Set(PARTITIONS.map(({ dnsSuffix }) => dnsSuffix))].sort((a, b) => b.length - a.length);

/** The service that a principal such as `logs.us-east-1.amazonaws.com` names; undefined when it is in no list of ours. */
export const findServicePrincipal = memoizeText(parse);

function parse(text: string): ParsedServicePrincipal | undefined {
  const { name, suffix } = splitSuffix(text.toLowerCase());
  if (suffix === undefined) {
    return undefined;
  }
  const whole = BY_ID.get(name);
  if (whole !== undefined) {
    return { principal: whole, suffix };
  }
  const dot = name.lastIndexOf('.');
  const region = name.slice(dot + 1);
  const principal = dot > 0 ? BY_ID.get(name.slice(0, dot)) : undefined;
  // An unlisted service such as `new.delivery.amazonaws.com` must not be read as service plus Region.
  return principal === undefined || classifyRegion(region) === 'no' ? undefined : { principal, region, suffix };
}

/** True for text that can be a service principal at all: lower-case labels and the suffix of a partition. */
export function isServicePrincipalShaped(text: string): boolean {
  const { name, suffix } = splitSuffix(text);
  return suffix !== undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name);
}

/** What is wrong with the form of a known service principal. */
export type ServicePrincipalFault = 'missing-region' | 'unexpected-region' | 'wrong-suffix';

/**
 * Checks Region and suffix of a principal against what its service uses in policies of a kind. Undefined: right, or
 * nothing certain is known (unknown service, partition without documentation).
 */
export function findServicePrincipalFault(text: string, kind: PolicyKind): ServicePrincipalFault | undefined {
  const parsed = findServicePrincipal(text);
  if (parsed === undefined) {
    return undefined;
  }
  const { principal, region, suffix } = parsed;
  if (principal.form === 'regional' && region === undefined && !(kind === 'trust-policy' && principal.globalInTrust)) {
    return 'missing-region';
  }
  if (principal.form === 'global' && region !== undefined) {
    return 'unexpected-region';
  }
  if (region !== undefined && principal.china === 'partition') {
    const partition = partitionOfRegion(region);
    const isDocumented = partition?.id === 'aws' || partition?.id === 'aws-cn' || partition?.id === 'aws-us-gov';
    return isDocumented && suffix !== partition.dnsSuffix ? 'wrong-suffix' : undefined;
  }
  return undefined;
}

/**
 * The text to write for a service in a Region: `logs` in `cn-north-1` gives `logs.cn-north-1.amazonaws.com.cn`. Services
 * that have both forms get the global one.
 */
export function formatServicePrincipal({ id, form, china }: ServicePrincipal, region: string): string {
  const partition = partitionOfRegion(region);
  const suffix =
    china === 'partition' || partition?.id !== 'aws-cn' ? (partition?.dnsSuffix ?? 'amazonaws.com') : 'amazonaws.com';
  return form === 'regional' ? `${id}.${region}.${suffix}` : `${id}.${suffix}`;
}

/** The principal that a misspelt or incomplete one probably meant, with the Region and suffix that were written. */
export function nearestServicePrincipal(text: string): string | undefined {
  const { name, suffix = 'amazonaws.com' } = splitSuffix(text.toLowerCase());
  const dot = name.lastIndexOf('.');
  const last = name.slice(dot + 1);
  const region = dot > 0 && classifyRegion(last) !== 'no' ? `.${last}` : '';
  const id = name.slice(0, name.length - region.length);
  const nearest = BY_ID.get(id)?.id ?? nearestName(id, BY_ID.keys());
  const found = nearest === undefined ? undefined : `${nearest}${region}.${suffix}`;
  return found === text ? undefined : found;
}

/** The entry of a service by the name before its suffix: `delivery.logs`. */
export function getServicePrincipal(id: string): ServicePrincipal | undefined {
  return BY_ID.get(id);
}

function splitSuffix(text: string): { name: string; suffix: string | undefined } {
  const suffix = SUFFIXES.find((candidate) => text.endsWith(`.${candidate}`));
  return suffix === undefined
    ? { name: text, suffix }
    : { name: text.slice(0, text.length - suffix.length - 1), suffix };
}

export { SERVICE_PRINCIPALS, type ServicePrincipal };
