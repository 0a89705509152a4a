/**
 * How services use a key, as far as it decides which permissions are of any use to them: kms-facts section 26.c, and the
 * KMS guide's chapters on each service. A service that is not listed may do either.
 */

/** Prefixes of `kms:ViaService` whose service encrypts with data keys: with `kms:Encrypt` alone nothing is written. */
const VIA_DATA_KEYS: ReadonlySet<string> = new Set([
  'ec2',
  'elasticfilesystem',
  'firehose',
  'kinesis',
  'rds',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
]);

/** Service principals that do the same in their own name. CloudWatch Logs has a rule of its own. */
const OWN_DATA_KEYS: ReadonlySet<string> = new Set([
  'cloudtrail',
  'cloudwatch',
  'delivery.logs',
  'events',
  's3',
  'ses',
  'sns',
]);

/** Prefixes of `kms:ViaService` whose service keeps using the key by a grant, which its caller must be able to make. */
const VIA_GRANTS: ReadonlySet<string> = new Set(['ec2', 'rds']);

/**
 * Service-linked roles that attach encrypted volumes and therefore make grants. Their own policy is AWS's and holds
 * nothing about KMS, so the key policy must allow it.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
const GRANT_MAKING_ROLE =
  /:role\/aws-service-role\/(?:autoscaling|spot|spotfleet|ec2fleet)\.amazonaws\.com(?:\.cn)?\/AWSServiceRoleFor(?:AutoScaling|EC2Spot|EC2SpotFleet|EC2Fleet)(?:_[\w+=,.@-]+)?$/;

/** The permissions that make a data key for encryption. */
export const DATA_KEY_ACTIONS: readonly string[] = ['kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'];

export function usesDataKeysForCallers(viaService: string): boolean {
  return VIA_DATA_KEYS.has(viaService);
}

export function usesDataKeysItself(serviceId: string): boolean {
  return OWN_DATA_KEYS.has(serviceId);
}

export function makesGrantsForCallers(viaService: string): boolean {
  return VIA_GRANTS.has(viaService);
}

/** True for the ARN of a service-linked role that makes grants on the keys it uses. */
export function isGrantMakingRole(arn: string): boolean {
  return GRANT_MAKING_ROLE.test(arn);
}
