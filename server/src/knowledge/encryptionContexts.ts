import type { LocalText } from './localText.js';

/** A context key that an AWS service sends to KMS; policies test it as `kms:EncryptionContext:` + key. */
export interface ServiceEncryptionContext {
  readonly key: string;
  readonly service: string;
  /** What the value is, with variables; undefined where it is free text. */
  readonly valuePattern?: string;
  readonly meaning: LocalText;
}

/** kms-facts section 11.a and log-encryption-recipes 1.2. */
export const ENCRYPTION_CONTEXTS: readonly ServiceEncryptionContext[] = [
  {
    key: 'aws:logs:arn',
    service: 'Amazon CloudWatch Logs',
    valuePattern: 'arn:${Partition}:logs:${Region}:${Account}:log-group:${LogGroup}',
    meaning: {
      en: 'ARN of the log group whose data is encrypted, without a trailing `:*`.',
      ko: '데이터를 암호화하는 로그 그룹의 ARN입니다. 끝에 `:*`가 붙지 않습니다.',
    },
  },
  {
    key: 'aws-crypto-ec:aws:logs:arn',
    service: 'Amazon CloudWatch Logs',
    valuePattern: 'arn:${Partition}:logs:${Region}:${Account}:anomaly-detector:${Detector}',
    meaning: {
      en: 'ARN of the log anomaly detector whose data is encrypted again.',
      ko: '데이터를 재암호화하는 로그 이상 탐지기의 ARN입니다.',
    },
  },
  {
    key: 'aws:cloudtrail:arn',
    service: 'AWS CloudTrail',
    valuePattern: 'arn:${Partition}:cloudtrail:${Region}:${Account}:trail/${Trail}',
    meaning: {
      en: 'ARN of the trail whose files are encrypted.',
      ko: '파일을 암호화하는 추적의 ARN입니다.',
    },
  },
  {
    key: 'aws:s3:arn',
    service: 'Amazon S3',
    valuePattern: 'arn:${Partition}:s3:::${Bucket}/${Key}',
    meaning: {
      en: 'ARN of the object; ARN of the bucket when an S3 Bucket Key is on.',
      ko: '객체의 ARN입니다. S3 버킷 키를 사용하면 버킷의 ARN입니다.',
    },
  },
  {
    key: 'aws:ebs:id',
    service: 'Amazon EBS',
    valuePattern: 'vol-${VolumeId}',
    meaning: { en: 'Id of the volume or snapshot.', ko: '볼륨 또는 스냅샷의 ID입니다.' },
  },
  {
    key: 'aws:dynamodb:tableName',
    service: 'Amazon DynamoDB',
    meaning: { en: 'Name of the table.', ko: '테이블의 이름입니다.' },
  },
  {
    key: 'aws:dynamodb:subscriberId',
    service: 'Amazon DynamoDB',
    valuePattern: '${Account}',
    meaning: { en: 'Account that owns the table.', ko: '테이블을 소유한 계정입니다.' },
  },
  {
    key: 'SecretARN',
    service: 'AWS Secrets Manager',
    valuePattern: 'arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${Secret}',
    meaning: { en: 'ARN of the secret.', ko: '보안 암호의 ARN입니다.' },
  },
  {
    key: 'SecretVersionId',
    service: 'AWS Secrets Manager',
    meaning: { en: 'Version of the secret.', ko: '보안 암호의 버전입니다.' },
  },
  {
    key: 'PARAMETER_ARN',
    service: 'AWS Systems Manager Parameter Store',
    valuePattern: 'arn:${Partition}:ssm:${Region}:${Account}:parameter/${Parameter}',
    meaning: { en: 'ARN of the parameter.', ko: '파라미터의 ARN입니다.' },
  },
  {
    key: 'aws:ses:source-account',
    service: 'Amazon SES',
    valuePattern: '${Account}',
    meaning: { en: 'Account that receives the mail.', ko: '메일을 수신하는 계정입니다.' },
  },
  {
    key: 'aws:ses:rule-name',
    service: 'Amazon SES',
    meaning: { en: 'Name of the receipt rule.', ko: '수신 규칙의 이름입니다.' },
  },
  {
    key: 'aws:ses:message-id',
    service: 'Amazon SES',
    meaning: { en: 'Id of the message.', ko: '메시지의 ID입니다.' },
  },
  {
    key: 'aws:workmail:arn',
    service: 'Amazon WorkMail',
    meaning: { en: 'ARN of the organization.', ko: '조직의 ARN입니다.' },
  },
  {
    key: 'aws:workspaces:sid-directoryid',
    service: 'Amazon WorkSpaces',
    valuePattern: '[${Sid}]@[${Directory}]',
    meaning: { en: 'User and directory of the WorkSpace.', ko: 'WorkSpace의 사용자와 디렉터리입니다.' },
  },
  {
    key: 'aws:redshift:arn',
    service: 'Amazon Redshift',
    meaning: { en: 'ARN of the cluster.', ko: '클러스터의 ARN입니다.' },
  },
  {
    key: 'aws:redshift:createtime',
    service: 'Amazon Redshift',
    meaning: { en: 'Time at which the cluster was created.', ko: '클러스터를 생성한 시각입니다.' },
  },
  {
    key: 'aws:geo:arn',
    service: 'Amazon Location Service',
    meaning: { en: 'ARN of the tracker or collection.', ko: '트래커 또는 컬렉션의 ARN입니다.' },
  },
  {
    key: 'service',
    service: 'Amazon Elastic Transcoder',
    valuePattern: 'elastictranscoder.amazonaws.com',
    meaning: { en: 'Name of the service.', ko: '서비스의 이름입니다.' },
  },
  {
    key: 'kms_cmk_id',
    service: 'Amazon EMR (EMRFS client-side encryption)',
    meaning: { en: 'ARN of the KMS key.', ko: 'KMS 키의 ARN입니다.' },
  },
];

/** The service context of a key. Condition-key names ignore case, and so does this. */
export function findEncryptionContext(key: string): ServiceEncryptionContext | undefined {
  const wanted = key.toLowerCase();
  return ENCRYPTION_CONTEXTS.find((context) => context.key.toLowerCase() === wanted);
}
