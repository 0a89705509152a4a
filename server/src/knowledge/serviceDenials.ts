/**
 * Condition keys that requests of AWS services do not carry, or carry with the service's own value, so that a Deny of
 * everything else hits the services too: kms-facts section 9; IAM guide, "Establish data perimeters".
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */

/** The network of the caller: that of the service also when it calls for one of your principals. */
export const NETWORK_CONDITION_KEYS: readonly string[] = [
  'aws:SourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:SourceVpcArn',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:VpceOrgPaths',
  'aws:VpcSourceIp',
];

/** The organization or account of the caller: absent where a service calls in its own name. */
export const ORGANIZATION_CONDITION_KEYS: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalAccount',
];

/** Multi-factor authentication, which services do not do. */
export const MFA_CONDITION_KEY = 'aws:MultiFactorAuthPresent';

/** Flags by which a Deny leaves services out: when they call in their own name, and when they call for others. */
export const OWN_CALL_FLAG = 'aws:PrincipalIsAWSService';
export const FORWARDED_CALL_FLAG = 'aws:ViaAWSService';
