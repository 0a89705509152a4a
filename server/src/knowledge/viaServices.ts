import { lookUp } from './lookUp.js';
import { nearestName } from './nearest.js';
import { classifyRegion } from './partitions.js';

/**
 * Names for `kms:ViaService`, each followed by `.REGION.amazonaws.com`: kms-facts section 10, plus `logs`. AWS's table
 * grows, so a name that is missing here is at most worth a hint.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const VIA_SERVICES: Readonly<Record<string, string>> = {
  airflow: 'Amazon MWAA',
  aoss: 'Amazon OpenSearch Serverless',
  appfabric: 'AWS AppFabric',
  appflow: 'Amazon AppFlow',
  apprunner: 'AWS App Runner',
  ards: 'Replicated data store',
  athena: 'Amazon Athena',
  auditmanager: 'AWS Audit Manager',
  backup: 'AWS Backup',
  'backup-gateway': 'AWS Backup gateway',
  cassandra: 'Amazon Keyspaces',
  chimevoiceconnector: 'Amazon Chime SDK',
  codeartifact: 'AWS CodeArtifact',
  'codeguru-reviewer': 'Amazon CodeGuru Reviewer',
  comprehend: 'Amazon Comprehend',
  connect: 'Amazon Connect',
  dax: 'Amazon DynamoDB Accelerator',
  directoryservice: 'AWS Directory Service',
  dms: 'AWS DMS',
  'docdb-elastic': 'Amazon DocumentDB elastic clusters',
  dynamodb: 'Amazon DynamoDB',
  ec2: 'Amazon EC2 (EBS)',
  ecr: 'Amazon ECR',
  elasticache: 'Amazon ElastiCache',
  elasticfilesystem: 'Amazon EFS',
  entityresolution: 'AWS Entity Resolution',
  es: 'Amazon OpenSearch Service',
  finspace: 'Amazon FinSpace',
  firehose: 'Amazon Data Firehose',
  forecast: 'Amazon Forecast',
  fsx: 'Amazon FSx',
  geo: 'Amazon Location Service',
  glue: 'AWS Glue',
  groundstation: 'AWS Ground Station',
  healthlake: 'AWS HealthLake',
  importexport: 'AWS Snowball',
  iotsitewise: 'AWS IoT SiteWise',
  kafka: 'Amazon MSK',
  kendra: 'Amazon Kendra',
  kinesis: 'Amazon Kinesis Data Streams',
  kinesisvideo: 'Amazon Kinesis Video Streams',
  lambda: 'AWS Lambda',
  lex: 'Amazon Lex',
  'license-manager': 'AWS License Manager',
  logs: 'Amazon CloudWatch Logs',
  lookoutequipment: 'Amazon Lookout for Equipment',
  lookoutmetrics: 'Amazon Lookout for Metrics',
  lookoutvision: 'Amazon Lookout for Vision',
  m2: 'AWS Mainframe Modernization',
  macie: 'Amazon Macie',
  'malware-protection': 'Amazon GuardDuty Malware Protection',
  managedblockchain: 'Amazon Managed Blockchain',
  mediatailor: 'AWS Elemental MediaTailor',
  memorydb: 'Amazon MemoryDB',
  mgn: 'AWS Application Migration Service',
  monitron: 'Amazon Monitron',
  mq: 'Amazon MQ',
  nimble: 'Amazon Nimble Studio',
  omics: 'AWS HealthOmics',
  profile: 'Amazon Connect Customer Profiles',
  proton: 'AWS Proton',
  qldb: 'Amazon QLDB',
  rds: 'Amazon RDS, Aurora and Neptune',
  redshift: 'Amazon Redshift',
  'redshift-serverless': 'Amazon Redshift Serverless',
  rekognition: 'Amazon Rekognition',
  s3: 'Amazon S3',
  sagemaker: 'Amazon SageMaker AI',
  secretsmanager: 'AWS Secrets Manager',
  securitylake: 'Amazon Security Lake',
  ses: 'Amazon SES',
  sns: 'Amazon SNS',
  sqlworkbench: 'Amazon Redshift query editor v2',
  sqs: 'Amazon SQS',
  ssm: 'AWS Systems Manager',
  'ssm-contacts': 'AWS Systems Manager Incident Manager contacts',
  'ssm-incidents': 'AWS Systems Manager Incident Manager',
  storagegateway: 'AWS Storage Gateway',
  thinclient: 'Amazon WorkSpaces Thin Client',
  timestream: 'Amazon Timestream',
  translate: 'Amazon Translate',
  'verified-access': 'AWS Verified Access',
  wisdom: 'Amazon Q in Connect',
  workmail: 'Amazon WorkMail',
  workspaces: 'Amazon WorkSpaces',
  'workspaces-web': 'Amazon WorkSpaces Secure Browser',
  xray: 'AWS X-Ray',
};

/** The suffix is the same in every partition, China included (kms-facts section 10). */
const SUFFIX = '.amazonaws.com';

export interface ViaService {
  readonly prefix: string;
  /** As written; may be `*` or a pattern under a `Like` operator. */
  readonly region: string;
  /** Undefined for a service that is not listed. */
  readonly service: string | undefined;
}

/** Takes `service.region.amazonaws.com` apart; undefined for any other shape. */
export function parseViaService(text: string): ViaService | undefined {
  const match = /^([a-z0-9*?-]+)\.([a-z0-9*?-]+)\.amazonaws\.com$/.exec(text);
  const [, prefix, region] = match ?? [];
  return prefix === undefined || region === undefined
    ? undefined
    : { prefix, region, service: lookUp(VIA_SERVICES, prefix) };
}

/** What is wrong with a value of `kms:ViaService`, in the order in which it would be mended. */
export type ViaServiceFault = 'china-suffix' | 'scheme' | 'missing-region' | 'unknown-region' | 'malformed';

/** Checks the form of a value; wildcards are taken as fitting. Undefined: well formed. */
export function findViaServiceFault(text: string): ViaServiceFault | undefined {
  if (/^https?:/i.test(text)) {
    return 'scheme';
  }
  if (text.endsWith('.amazonaws.com.cn')) {
    return 'china-suffix';
  }
  const parsed = parseViaService(text);
  if (parsed === undefined) {
    const isBare = text.endsWith(SUFFIX) && /^[a-z0-9-]+$/.test(text.slice(0, -SUFFIX.length));
    // `*` may stand for more than one part.
    return isBare ? 'missing-region' : text.includes('*') ? undefined : 'malformed';
  }
  return /[*?]/.test(parsed.region) || classifyRegion(parsed.region) !== 'no' ? undefined : 'unknown-region';
}

/**
 * Names by which people look for a service whose prefix is another one; of services that do not call for their users the
 * value is undefined. kms-facts section 10.
 */
const ALIASES = new Map<string, string | undefined>([
  ['amazonmq', 'mq'],
  ['apigateway', undefined],
  ['aurora', 'rds'],
  ['cloudfront', undefined],
  ['cloudtrail', undefined],
  ['cloudwatch', undefined],
  ['cloudwatchlogs', 'logs'],
  ['cloudwatch-logs', 'logs'],
  ['delivery', undefined],
  ['documentdb', 'docdb-elastic'],
  ['ds', 'directoryservice'],
  ['ebs', 'ec2'],
  ['efs', 'elasticfilesystem'],
  ['guardduty', 'malware-protection'],
  ['iam', undefined],
  ['keyspaces', 'cassandra'],
  ['kms', undefined],
  ['location', 'geo'],
  ['log', 'logs'],
  ['msk', 'kafka'],
  ['mwaa', 'airflow'],
  ['neptune', 'rds'],
  ['opensearch', 'es'],
  ['parameterstore', 'ssm'],
  ['rds-data', undefined],
  ['snowball', 'importexport'],
  ['sts', undefined],
]);

/** The services whose requests come under either of two names, so that a condition must list both (section 10). */
const PAIRS: readonly (readonly [string, string])[] = [['elasticache', 'dax']];

/** The prefix that a misspelt one, or the common name of a service, probably meant. */
export function nearestViaService(prefix: string): string | undefined {
  return ALIASES.has(prefix) ? ALIASES.get(prefix) : nearestName(prefix, Object.keys(VIA_SERVICES));
}

/** True for the name of something that certainly never stands in `kms:ViaService`. */
export function isNoViaService(prefix: string): boolean {
  return ALIASES.has(prefix);
}

/** The other name under which the same service calls. */
export function pairedViaService(prefix: string): string | undefined {
  const pair = PAIRS.find((names) => names.includes(prefix));
  return pair?.find((name) => name !== prefix);
}
