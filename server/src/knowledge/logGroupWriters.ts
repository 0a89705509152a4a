/**
 * Services whose logs never come under their own name by a resource policy: they write with an execution role, or
 * `delivery.logs` writes for them, or they have no logs there at all. Check catalogue, row 274; log-encryption-recipes 3.
 * A service that is not listed may do either.
 */
const WRITE_BY_ROLE: ReadonlySet<string> = new Set([
  'apigateway',
  'batch',
  'cloudformation',
  'cloudfront',
  'cloudtrail',
  'codebuild',
  'ec2',
  'ecs',
  'ecs-tasks',
  'eks',
  'firehose',
  'glue',
  'kms',
  'lambda',
  'logs',
  'rds',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'states',
  'vpc-flow-logs',
]);

/** True for a service, by the name of its principal before the suffix, that no resource policy of a log group helps. */
export function writesLogsByRole(serviceId: string): boolean {
  return WRITE_BY_ROLE.has(serviceId);
}
