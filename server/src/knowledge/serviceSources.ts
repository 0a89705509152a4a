import type { PolicyKind } from '../../../protocol/src/vocabulary.js';

/** Condition keys that say for whom a service acts; with one of them a service cannot be used by strangers. */
export const SOURCE_CONDITION_KEYS: readonly string[] = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
];

/**
 * Services whose guides show a source key in policies of a kind, so that a condition on it does not shut them out. A
 * service that is not listed may or may not send one. Log services: log-encryption-recipes 1.2, T13 to T17; the others:
 * the chapters on exports, findings and origins of the services' own guides.
 */
const SENDERS: Partial<Record<PolicyKind, ReadonlySet<string>>> = {
  'key-policy': new Set([
    'delivery.logs',
    'cloudtrail',
    'bedrock',
    'cloudfront',
    'config',
    'guardduty',
    'inspector2',
    'macie',
  ]),
  'bucket-policy': new Set([
    'delivery.logs',
    'cloudtrail',
    'logs',
    'logging.s3',
    'bedrock',
    'cloudfront',
    'config',
    'guardduty',
    'inspector2',
    'macie',
    's3',
    'ses',
  ]),
  'logs-resource-policy': new Set(['delivery.logs', 'es', 'events', 'route53', 'xray']),
};

/** True when AWS documents that calls of the service (`delivery.logs`) carry a source key where such a policy is asked. */
export function sendsSourceKeys(serviceId: string, kind: PolicyKind): boolean {
  return SENDERS[kind]?.has(serviceId) === true;
}

/** A service that writes log files into S3 buckets. */
export interface BucketLogWriter {
  readonly id: string;
  /** Asks for the ACL of the bucket before it writes, and refuses to write when it may not (recipes T6, T13, T15). */
  readonly readsAcl: boolean;
  /** Its uploads say how they are to be encrypted; others rely on the default encryption of the bucket. */
  readonly sendsSseHeader: boolean;
  /** Writes below `AWSLogs/<account>/`; others take any prefix that they are told. */
  readonly writesBelowLogPath: boolean;
}

/** log-encryption-recipes T6 (exports), T13 (trails), T15 and T17 (vended logs), T19 (server access logs). */
export const BUCKET_LOG_WRITERS: readonly BucketLogWriter[] = [
  { id: 'delivery.logs', readsAcl: true, sendsSseHeader: false, writesBelowLogPath: true },
  { id: 'cloudtrail', readsAcl: true, sendsSseHeader: true, writesBelowLogPath: true },
  { id: 'logs', readsAcl: true, sendsSseHeader: false, writesBelowLogPath: false },
  { id: 'logging.s3', readsAcl: false, sendsSseHeader: false, writesBelowLogPath: false },
];
