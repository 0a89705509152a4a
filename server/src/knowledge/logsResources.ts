/**
 * What CloudWatch Logs encrypts with a customer managed key, by the word that begins the last part of its ARN:
 * log-encryption-recipes 1.2, T1 to T4.
 */
export type LogsResource = 'log-group' | 'query-result' | 'anomaly-detector' | 'lookup-table';

export const LOGS_RESOURCES: readonly LogsResource[] = [
  'log-group',
  'query-result',
  'anomaly-detector',
  'lookup-table',
];

/** The encryption context that CloudWatch Logs sends for most of what it encrypts. */
export const LOGS_CONTEXT_KEY = 'aws:logs:arn';

/** The second context of anomaly detectors, under which they encrypt again what they have encrypted (T3). */
export const DETECTOR_CONTEXT_KEY = 'aws-crypto-ec:aws:logs:arn';

/** The context key of CloudTrail (T13). */
export const TRAIL_CONTEXT_KEY = 'aws:cloudtrail:arn';

/** For which resources `logs.<region>` sends a context key. Query results have none that AWS documents. */
const CONTEXTS = new Map<string, readonly LogsResource[]>([
  [LOGS_CONTEXT_KEY, ['log-group', 'anomaly-detector', 'lookup-table']],
  [DETECTOR_CONTEXT_KEY, ['anomaly-detector']],
  // Export tasks write to S3, which sends its own context (T6).
  ['aws:s3:arn', []],
]);

/** Context keys whose value is the ARN of a resource of CloudWatch Logs. */
export const LOGS_ARN_CONTEXT_KEYS: readonly string[] = [...CONTEXTS.keys()].filter((key) => key.endsWith('logs:arn'));

/** The resources of CloudWatch Logs that send a context key, in any case; undefined for a key that it never sends. */
export function logsResourcesOfContext(contextKey: string): readonly LogsResource[] | undefined {
  return CONTEXTS.get(contextKey.toLowerCase());
}

/**
 * Actions that AWS's own statements for CloudWatch Logs list beside what is needed, without effect or harm: the `*` behind
 * `Encrypt` and `Decrypt`, and `Describe*` under an encryption context (reference README, point 6).
 */
export const LOGS_HARMLESS_ACTIONS: readonly string[] = ['kms:Encrypt*', 'kms:Decrypt*', 'kms:Describe*'];

/** The only actions of a CloudWatch Logs resource policy that take effect: API reference, `PutResourcePolicy`. */
export const LOGS_RESOURCE_POLICY_ACTIONS: readonly string[] = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/**
 * What AWS's guides let a writer of logs do on `arn:aws:logs:*:*:*`, as in the policies for Lambda functions.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export const LOG_WRITER_ACTIONS: readonly string[] = ['logs:CreateLogGroup', ...LOGS_RESOURCE_POLICY_ACTIONS];

/** What a policy lets others do with a destination of subscription filters, and with a delivery destination (T12, T17). */
export const DESTINATION_ACTIONS = {
  destination: ['logs:PutSubscriptionFilter', 'logs:PutAccountPolicy'],
  'delivery-destination': ['logs:CreateDelivery'],
} as const satisfies Record<string, readonly string[]>;

export type DestinationType = keyof typeof DESTINATION_ACTIONS;
