import { memoizeText } from '../knowledge/memo.js';
import { classifyRegion, PARTITIONS } from '../knowledge/partitions.js';
import { hasPolicyVariable } from './placeholders.js';
import { hasWildcard } from './wildcard.js';

/** What a text under the principal type `Service` is. Each kind but `name` is a mistake that exactly one rule reports. */
export type ServiceName =
  | { readonly kind: 'name' }
  | { readonly kind: 'variable' }
  | { readonly kind: 'wildcard' }
  /** An account, an ARN or the id of a user or role: a principal of the type `AWS`. */
  | { readonly kind: 'aws' }
  /** `repaired` is a host name, which need not be that of a service. */
  | { readonly kind: 'malformed'; readonly repaired: string };

/** Domains of service principals; the longest first, since one is the beginning of another. */
const DOMAINS = [...new Set(['amazon.com', 'aws.internal', ...PARTITIONS.map(({ dnsSuffix }) => dnsSuffix)])].sort(
  (a, b) => b.length - a.length,
);

/**
 * Reads a principal of the type `Service` by its shape alone; whether there is such a service is another question.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export const readServiceName = memoizeText(readText);

function readText(text: string): ServiceName {
  if (hasPolicyVariable(text)) {
    return { kind: 'variable' };
  }
  if (hasWildcard(text)) {
    return { kind: 'wildcard' };
  }
  if (/^(?:arn:|\d{12}$|A(?:ID|RO)A[A-Z0-9]+$)/.test(text)) {
    return { kind: 'aws' };
  }
  const repaired = repair(text);
  return repaired === text && text !== '' ? { kind: 'name' } : { kind: 'malformed', repaired };
}

/** Takes off what a host name does not have and puts on the domain where it was left out. */
function repair(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .replace(/\.+$/, '');
  if (host === '') {
    return '';
  }
  if (/\.amazonaws$/.test(host)) {
    return `${host}.com`;
  }
  const domain = DOMAINS.find((candidate) => host.endsWith(`.${candidate}`));
  if (domain !== undefined) {
    return withoutDoubledDomain(host, domain);
  }
  const isBare = !host.includes('.') || host.split('.').some((label) => classifyRegion(label) !== 'no');
  return isBare || /^[\w-]+\.logs$/.test(host) ? `${host}.amazonaws.com` : host;
}

/** `s3.amazonaws.com.amazonaws.com`: an id that was a full name already. */
function withoutDoubledDomain(host: string, domain: string): string {
  let name = host.slice(0, -domain.length - 1);
  for (let inner = domainOf(name); inner !== undefined; inner = domainOf(name)) {
    name = name.slice(0, -inner.length - 1);
  }
  return `${name}.${domain}`;
}

function domainOf(name: string): string | undefined {
  return DOMAINS.find((candidate) => name.endsWith(`.${candidate}`));
}
