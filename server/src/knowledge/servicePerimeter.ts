/** Keys about the caller's account, organization or network, which a call that an AWS service makes by itself lacks. */
const CALLER_ONLY_KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
]);

/**
 * Keys by which a statement tells the calls of services from others, or says for whom a service acts; a statement with
 * one of them has thought of services. Data perimeter examples of AWS use them so.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
 */
const SERVICE_CALL_KEYS: ReadonlySet<string> = new Set([
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:viaawsservice',
]);

/** True for a key, in any case, that requests of service principals lack. */
export function isCallerOnlyKey(key: string): boolean {
  return CALLER_ONLY_KEYS.has(key.toLowerCase());
}

/** True for a key, in any case, that is about calls of services. */
export function isServiceCallKey(key: string): boolean {
  return SERVICE_CALL_KEYS.has(key.toLowerCase());
}
