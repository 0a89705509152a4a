import { type ArnForm, areFormsComplete, isPlaceless, listArnForms } from '../../knowledge/arnForms.js';
import { memoizeLookup, memoizeText } from '../../knowledge/memo.js';
import {
  classifyRegion,
  findPartition,
  mayBePartition,
  PARTITIONS,
  partitionOfRegion,
} from '../../knowledge/partitions.js';
import type { ServiceReference } from '../../knowledge/serviceReference.js';
import type { Arn } from '../../policy/arn.js';
import { mayStartWith } from '../../policy/logsArn.js';
import { patternsOverlap } from '../../policy/patternOverlap.js';
import { hasWildcard, matchesWildcard } from '../../policy/wildcard.js';

/** `unlisted`: it looks like a Region, and may be newer than our list. */
type RegionFault = 'unknown' | 'unlisted' | 'other-partition' | 'missing' | 'unexpected';
type AccountFault = 'malformed' | 'missing' | 'unexpected';

/** Words in the place of an account: what AWS itself owns, and CloudFront's old identities. */
const ACCOUNT_WORDS: ReadonlySet<string> = new Set(['aws', 'cloudfront']);

/** True when no partition has the id, or matches the pattern. */
export function isPartitionFault({ partition }: Arn): boolean {
  return hasWildcard(partition)
    ? !PARTITIONS.some(({ id }) => matchesWildcard(partition, id))
    : !mayBePartition(partition);
}

/** What is wrong with the fourth part of an ARN; undefined when it is right or nobody can tell. */
export function findRegionFault(reference: ServiceReference, arn: Arn): RegionFault | undefined {
  const { service, region, partition } = arn;
  const forms = formsFor(reference, arn);
  if (region === '') {
    const isNeeded = areFormsComplete(service) && forms.length > 0 && forms.every((form) => form.region !== '');
    return isNeeded ? 'missing' : undefined;
  }
  if (hasWildcard(region) || reference.findService(service) === undefined) {
    return undefined;
  }
  if (isPlaceless(service) && forms.length > 0 && forms.every((form) => form.region === '')) {
    return 'unexpected';
  }
  // AWS Health has events of the Region `global`.
  if (forms.some((form) => form.region !== '' && form.region !== '${Region}')) {
    return undefined;
  }
  const known = classifyRegion(region);
  if (known === 'no') {
    return 'unknown';
  }
  const isOfPartition = findPartition(partition) === undefined || partitionOfRegion(region)?.id === partition;
  return isOfPartition ? (known === 'plausible' ? 'unlisted' : undefined) : 'other-partition';
}

/** What is wrong with the fifth part of an ARN; undefined when it is right or nobody can tell. */
export function findAccountFault(reference: ServiceReference, arn: Arn): AccountFault | undefined {
  const { service, account } = arn;
  const forms = formsFor(reference, arn);
  if (account === '') {
    const isNeeded = areFormsComplete(service) && forms.length > 0 && forms.every((form) => form.account !== '');
    return isNeeded ? 'missing' : undefined;
  }
  if (hasWildcard(account)) {
    return undefined;
  }
  if (isPlaceless(service) && forms.length > 0 && forms.every((form) => form.account === '')) {
    return 'unexpected';
  }
  if (/^\d{12}$/.test(account) || ACCOUNT_WORDS.has(account) || forms.some((form) => form.account === account)) {
    return undefined;
  }
  // Other services may own what they name by a word of their own.
  const isWord = !/^[\d\s-]+$/.test(account);
  return isWord && !areFormsComplete(service) && service !== 'iam' && service !== 'sts' ? undefined : 'malformed';
}

/** True when nothing in the service has an ARN whose last part the pattern matches. */
export function fitsNoForm(reference: ServiceReference, { service, resource }: Arn): boolean {
  return isFormless(reference, `${service} ${resource}`);
}

/** By service and resource, since most ARNs of a policy are written several times. */
const isFormless = memoizeLookup((reference, asked) => {
  const service = asked.slice(0, asked.indexOf(' '));
  const resource = asked.slice(service.length + 1);
  const forms = listArnForms(reference, service);
  return forms.length > 0 && !forms.some((form) => patternsOverlap(resource, toPattern(form.resource)));
});

/** True when the ARN has no fault that a rule about ARNs reports. */
export function isSoundArn(reference: ServiceReference, arn: Arn): boolean {
  const region = findRegionFault(reference, arn);
  return (
    !isPartitionFault(arn) &&
    /^[a-z0-9-]+$/.test(arn.service) &&
    (region === undefined || region === 'unlisted') &&
    findAccountFault(reference, arn) === undefined &&
    !fitsNoForm(reference, arn)
  );
}

/** A template of the reference as a wildcard pattern: a variable is at least one character. */
export const toPattern = memoizeText((template) => template.replace(/\$\{[^}]*\}/g, '?*'));

/** The forms that the last part of an ARN, or a pattern for it, can be of: by the word that it begins with. */
function formsFor(reference: ServiceReference, { service, resource }: Arn): readonly ArnForm[] {
  const forms = listArnForms(reference, service);
  const named = forms.filter(({ head }) => head !== '' && resource.startsWith(head));
  return named.length > 0 ? named : forms.filter(({ head }) => mayStartWith(resource, head));
}
