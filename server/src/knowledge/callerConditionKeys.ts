/**
 * What the value of a condition key says about the caller. `account`: twelve digits. `arn`: an ARN with an account.
 * `organization`: an id such as `o-a1b2c3d4e5`, alone or at the head of a path. `network`: a VPC or an endpoint. `ip`: an
 * address range.
 */
type CallerForm = 'account' | 'arn' | 'organization' | 'network' | 'ip' | 'name';

export interface CallerConditionKey {
  readonly form: CallerForm;
  /** Some callers' requests lack the key, and `IfExists` or `ForAllValues` lets those pass. */
  readonly mayBeAbsent: boolean;
}

const always = (form: CallerForm): CallerConditionKey => ({ form, mayBeAbsent: false });
const sometimes = (form: CallerForm): CallerConditionKey => ({ form, mayBeAbsent: true });

import { memoizeText } from './memo.js';

/**
 * Keys that tie a request to an account, an organization, a network or a service's resource. A statement for everyone is
 * not public with one of them (check-catalogue row 314; Amazon S3 counts the same keys in "The meaning of public").
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
const CALLER_KEYS = new Map<string, CallerConditionKey>([
  ['kms:calleraccount', always('account')],
  ['aws:principalaccount', always('account')],
  ['aws:principalarn', always('arn')],
  ['aws:arn', always('arn')],
  ['aws:principalorgid', sometimes('organization')],
  ['aws:principalorgpaths', sometimes('organization')],
  ['aws:principalservicename', sometimes('name')],
  ['aws:principalservicenameslist', sometimes('name')],
  ['aws:sourceaccount', sometimes('account')],
  ['aws:sourceowner', sometimes('account')],
  ['aws:sourcearn', sometimes('arn')],
  ['aws:sourceorgid', sometimes('organization')],
  ['aws:sourceorgpaths', sometimes('organization')],
  ['aws:sourcevpc', sometimes('network')],
  ['aws:sourcevpcarn', sometimes('arn')],
  ['aws:sourcevpce', sometimes('network')],
  ['aws:vpceaccount', sometimes('account')],
  ['aws:vpceorgid', sometimes('organization')],
  ['aws:vpceorgpaths', sometimes('organization')],
  ['aws:sourceip', sometimes('ip')],
]);

/**
 * Keys that every caller of every account can satisfy: the way of the call, its time, its parameters, properties of the
 * resource, tags and names that an account gives itself. kms-facts Annex B 16; check-catalogue row 314.
 */
const OPEN_KEYS: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:currenttime',
  'aws:epochtime',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:referer',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:securetransport',
  'aws:sourceidentity',
  'aws:tagkeys',
  'aws:tokenissuetime',
  'aws:useragent',
  'aws:username',
  'aws:viaawsservice',
  'kms:encryptionalgorithm',
  'kms:encryptioncontextkeys',
  'kms:grantconstrainttype',
  'kms:grantisforawsresource',
  'kms:grantoperations',
  'kms:keyorigin',
  'kms:keyspec',
  'kms:keyusage',
  'kms:macalgorithm',
  'kms:messagetype',
  'kms:multiregion',
  'kms:multiregionkeytype',
  'kms:requestalias',
  'kms:signingalgorithm',
  'kms:viaservice',
  's3:authtype',
  's3:delimiter',
  's3:max-keys',
  's3:prefix',
  's3:signatureversion',
  's3:tlsversion',
  's3:x-amz-acl',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

const OPEN_FAMILIES = ['aws:principaltag/', 'aws:requesttag/', 'aws:resourcetag/', 'kms:encryptioncontext:'];

/** The entry of a key that ties a request to its caller, in any case; undefined for every other key. */
export function findCallerConditionKey(key: string): CallerConditionKey | undefined {
  return CALLER_KEYS.get(key.toLowerCase());
}

/** True when callers of every account can satisfy a condition on the key. False also for keys nobody has judged. */
export const isOpenToEveryCaller = memoizeText((key) => {
  const name = key.toLowerCase();
  return OPEN_KEYS.has(name) || OPEN_FAMILIES.some((family) => name.startsWith(family));
});

/** Keys by which a Deny leaves AWS services out, as data perimeters do. */
export function isServiceExemptionKey(key: string): boolean {
  return ['aws:principalisawsservice', 'aws:viaawsservice'].includes(key.toLowerCase());
}
