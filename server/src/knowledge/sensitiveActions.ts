/**
 * Calls that answer with credentials, or make some, on a resource that a policy can name. Calls without a resource, such
 * as `ecr:GetAuthorizationToken`, can only be allowed on `*` and are left out; those by which somebody becomes
 * administrator stand in `privilegeEscalation.ts`. Check-catalogue row 80, after cloudsplaining and parliament.
 */
export const CREDENTIAL_ACTIONS: readonly string[] = [
  'ec2:GetPasswordData',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'lightsail:GetInstanceAccessDetails',
  'rds-db:connect',
  'redshift:GetClusterCredentials',
  'sts:AssumeRole',
  'sts:GetFederationToken',
];

/**
 * Calls that read stored data or secrets, or copy them to where others can read them. Check-catalogue row 81, after
 * cloudsplaining; of decryption the rules on KMS speak.
 */
export const DATA_READING_ACTIONS: readonly string[] = [
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'logs:Unmask',
  'rds:CopyDBSnapshot',
  'rds:CreateDBSnapshot',
  's3:GetObject',
  's3:GetObjectVersion',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
];

/** Calls that decide who may reach a bucket, and those that reach what is in it. Check-catalogue row 87. */
export const BUCKET_POLICY_ACTIONS: readonly string[] = ['s3:PutBucketAcl', 's3:PutBucketPolicy'];
export const BUCKET_OBJECT_ACTIONS: readonly string[] = ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'];

/** What the owner of a bucket needs to undo a mistake in its policy. */
export const BUCKET_POLICY_CHANGE_ACTION = 's3:PutBucketPolicy';
