import { memoizeText } from './memo.js';
import type { ConditionValueType } from './serviceReference.js';

/** Whether a request that an AWS service principal makes carries the key. `depends`: only some services send it. */
type InServiceCalls = 'yes' | 'no' | 'depends' | 'unknown';

export interface GlobalConditionKey {
  /** As AWS writes it; a tag key ends in `/${TagKey}`. */
  readonly name: string;
  readonly category: 'principal' | 'session' | 'network' | 'resource' | 'request';
  readonly type: ConditionValueType;
  /** Other types whose operators work too. */
  readonly alsoTypes?: readonly ConditionValueType[];
  readonly multiValued: boolean;
  /** Present in the context of every signed request, so that `IfExists` and `Null` say nothing about it. */
  readonly alwaysPresent: boolean;
  readonly inServiceCalls: InServiceCalls;
  /** The key to use instead when a service principal is to be limited. */
  readonly serviceCallReplacement?: string;
  /** The key that took its place; this one is kept for old policies. */
  readonly deprecatedFor?: string;
}

type Options = Partial<Omit<GlobalConditionKey, 'name' | 'category' | 'type'>>;

const category =
  (name: GlobalConditionKey['category']) =>
  (key: string, type: ConditionValueType, options: Options = {}): GlobalConditionKey => ({
    name: key,
    category: name,
    type,
    multiValued: false,
    alwaysPresent: false,
    inServiceCalls: 'unknown',
    ...options,
  });

const principal = category('principal');
const session = category('session');
const network = category('network');
const resource = category('resource');
const request = category('request');

/**
 * Keys that every service understands. Types and categories as in the IAM User Guide, "AWS global condition context
 * keys"; which of them a service principal's call carries follows check-catalogue row 165 and kms-facts section 9.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const GLOBAL_CONDITION_KEYS: readonly GlobalConditionKey[] = [
  principal('aws:PrincipalArn', 'ARN', { inServiceCalls: 'no', serviceCallReplacement: 'aws:SourceArn' }),
  principal('aws:PrincipalAccount', 'String', { inServiceCalls: 'no', serviceCallReplacement: 'aws:SourceAccount' }),
  principal('aws:PrincipalOrgPaths', 'String', {
    multiValued: true,
    inServiceCalls: 'no',
    serviceCallReplacement: 'aws:SourceOrgPaths',
  }),
  principal('aws:PrincipalOrgID', 'String', { inServiceCalls: 'no', serviceCallReplacement: 'aws:SourceOrgID' }),
  principal('aws:PrincipalTag/${TagKey}', 'String', { inServiceCalls: 'no' }),
  principal('aws:PrincipalIsAWSService', 'Bool', { alwaysPresent: true, inServiceCalls: 'yes' }),
  principal('aws:PrincipalServiceName', 'String', { inServiceCalls: 'yes' }),
  principal('aws:PrincipalServiceNamesList', 'String', { multiValued: true, inServiceCalls: 'yes' }),
  principal('aws:PrincipalType', 'String'),
  principal('aws:userid', 'String', { inServiceCalls: 'no' }),
  principal('aws:username', 'String', { inServiceCalls: 'no' }),
  principal('aws:ARN', 'ARN', { inServiceCalls: 'no', deprecatedFor: 'aws:PrincipalArn' }),

  session('aws:AssumedRoot', 'Bool', { inServiceCalls: 'no' }),
  session('aws:FederatedProvider', 'String', { inServiceCalls: 'no' }),
  session('aws:TokenIssueTime', 'Date', { inServiceCalls: 'no' }),
  session('aws:MultiFactorAuthAge', 'Numeric', { inServiceCalls: 'no' }),
  session('aws:MultiFactorAuthPresent', 'Bool', { inServiceCalls: 'no' }),
  session('aws:ChatbotSourceArn', 'ARN'),
  session('aws:Ec2InstanceSourceVpc', 'String', { inServiceCalls: 'no' }),
  session('aws:Ec2InstanceSourcePrivateIPv4', 'IPAddress', { inServiceCalls: 'no' }),
  session('aws:SignInSessionArn', 'ARN', { inServiceCalls: 'no' }),
  session('aws:SourceIdentity', 'String', { inServiceCalls: 'no' }),
  session('ec2:RoleDelivery', 'Numeric', { inServiceCalls: 'no' }),
  session('ec2:SourceInstanceArn', 'ARN', { inServiceCalls: 'no' }),
  session('glue:RoleAssumedBy', 'String', { inServiceCalls: 'no' }),
  session('glue:CredentialIssuingService', 'String', { inServiceCalls: 'no' }),
  session('lambda:SourceFunctionArn', 'ARN', { inServiceCalls: 'no' }),
  session('ssm:SourceInstanceArn', 'ARN', { inServiceCalls: 'no' }),
  session('identitystore:UserId', 'String', { inServiceCalls: 'no' }),

  network('aws:SourceIp', 'IPAddress', { inServiceCalls: 'no' }),
  network('aws:SourceVpc', 'String', { inServiceCalls: 'no' }),
  network('aws:SourceVpcArn', 'ARN', { alsoTypes: ['String'], inServiceCalls: 'no' }),
  network('aws:SourceVpce', 'String', { inServiceCalls: 'no' }),
  network('aws:VpceAccount', 'String', { inServiceCalls: 'no' }),
  network('aws:VpceOrgPaths', 'String', { multiValued: true, inServiceCalls: 'no' }),
  network('aws:VpceOrgID', 'String', { inServiceCalls: 'no' }),
  network('aws:VpcSourceIp', 'IPAddress', { inServiceCalls: 'no' }),

  resource('aws:ResourceAccount', 'String'),
  resource('aws:ResourceOrgID', 'String'),
  resource('aws:ResourceOrgPaths', 'String', { multiValued: true }),
  resource('aws:ResourceTag/${TagKey}', 'String'),

  request('aws:CalledVia', 'String', { multiValued: true }),
  request('aws:CalledViaFirst', 'String'),
  request('aws:CalledViaLast', 'String'),
  request('aws:CalledViaAWSMCP', 'String'),
  request('aws:ViaAWSService', 'Bool', { alwaysPresent: true, inServiceCalls: 'yes' }),
  request('aws:ViaAWSMCPService', 'Bool'),
  request('aws:IsMcpServiceAction', 'Bool'),
  request('aws:CurrentTime', 'Date', { alwaysPresent: true, inServiceCalls: 'yes' }),
  request('aws:EpochTime', 'Date', { alsoTypes: ['Numeric'], alwaysPresent: true, inServiceCalls: 'yes' }),
  request('aws:referer', 'String'),
  request('aws:RequestedRegion', 'String', { inServiceCalls: 'yes' }),
  request('aws:RequestTag/${TagKey}', 'String'),
  request('aws:TagKeys', 'String', { multiValued: true }),
  request('aws:SecureTransport', 'Bool', { alwaysPresent: true, inServiceCalls: 'yes' }),
  request('aws:SourceArn', 'ARN', { inServiceCalls: 'depends' }),
  request('aws:SourceAccount', 'String', { inServiceCalls: 'depends' }),
  request('aws:SourceOrgPaths', 'String', { multiValued: true, inServiceCalls: 'depends' }),
  request('aws:SourceOrgID', 'String', { inServiceCalls: 'depends' }),
  request('aws:SourceOwner', 'String', { deprecatedFor: 'aws:SourceAccount' }),
  request('aws:UserAgent', 'String'),
];

const BY_NAME = new Map(GLOBAL_CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]));
const TAG_SUFFIX = '/${TagKey}';
const BY_TAG_PREFIX = new Map(
  GLOBAL_CONDITION_KEYS.filter(({ name }) => name.endsWith(TAG_SUFFIX)).map((key) => [
    key.name.slice(0, -TAG_SUFFIX.length).toLowerCase(),
    key,
  ]),
);

/**
 * The global key that a text names, in any case; a tag key (`aws:PrincipalTag/team`) gives the entry of its family.
 * Undefined for keys of services, for unknown keys, and for a tag family without its tag key.
 */
export const findGlobalConditionKey = memoizeText(findKey);

function findKey(text: string): GlobalConditionKey | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return BY_NAME.get(text.toLowerCase());
  }
  return slash < text.length - 1 ? BY_TAG_PREFIX.get(text.slice(0, slash).toLowerCase()) : undefined;
}

/** True for `aws:RequestTag`, `aws:ResourceTag/` and the like: a tag family whose tag key is missing. */
export function isTagKeyWithoutKey(text: string): boolean {
  return BY_TAG_PREFIX.has((text.endsWith('/') ? text.slice(0, -1) : text).toLowerCase());
}

/** True when service principals' calls never carry the key, so that an Allow to a service with it never applies. */
export function isMissingFromServiceCalls(text: string): boolean {
  return findGlobalConditionKey(text)?.inServiceCalls === 'no';
}
