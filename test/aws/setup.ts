import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { connect } from '../../client/src/aws/index.js';
import type { AwsFailure, AwsSession, ConnectOptions } from '../../client/src/aws/ports.js';
import { type AwsLocal, type Seed, startAwsLocal } from '../aws-local/index.js';

export const ACCOUNT = '111122223333';
export const REGION = 'us-east-1';

export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function arnOf(number: number, region = REGION, account = ACCOUNT): string {
  return `arn:aws:kms:${region}:${account}:key/${uuid(number)}`;
}

/** A key policy that gives everything to the account, and the use for logs to the service. */
export function logsPolicy(region = REGION): object {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { Service: `logs.${region}.amazonaws.com` },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
        Resource: '*',
        Condition: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${ACCOUNT}:log-group:*` },
        },
      },
    ],
  };
}

export const PRINCIPALS: NonNullable<Seed['accounts'][number]['principals']> = [
  { accessKeyId: 'AKIAALICE', arn: `arn:aws:iam::${ACCOUNT}:user/alice` },
  { accessKeyId: 'AKIANOBODY', arn: `arn:aws:iam::${ACCOUNT}:user/nobody`, allow: ['sts:*'] },
  {
    accessKeyId: 'ASIAEXPIRED',
    sessionToken: 'old-token',
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Dev/alice`,
    expired: true,
  },
];

export interface TestAws {
  readonly local: AwsLocal;
  /** Writes the AWS config file; credentials of all principals are in the other file. */
  config(text: string): void;
  /** Signs in with an endpoint in the environment, unless a profile or option says otherwise. */
  connect(options?: Partial<ConnectOptions>): Promise<AwsSession>;
}

const CREDENTIALS = `
[alice]
aws_access_key_id = AKIAALICE
aws_secret_access_key = x
[nobody]
aws_access_key_id = AKIANOBODY
aws_secret_access_key = x
[expired]
aws_access_key_id = ASIAEXPIRED
aws_secret_access_key = x
aws_session_token = old-token
[stranger]
aws_access_key_id = AKIASTRANGER
aws_secret_access_key = x
`;

/**
 * A local endpoint and AWS files of its own for the tests of a file; nothing of the machine's AWS set-up is seen.
 * Without a Region in a profile, tests pass one.
 */
export function useTestAws(seed: Seed): TestAws {
  let local: AwsLocal;
  let directory: string;
  const environment = { ...process.env };
  beforeAll(async () => {
    local = await startAwsLocal({ seed });
    directory = mkdtempSync(join(tmpdir(), 'sealwright-aws-'));
    writeFileSync(join(directory, 'credentials'), CREDENTIALS);
  });
  beforeEach(() => {
    for (const name of Object.keys(process.env).filter((name) => name.startsWith('AWS_'))) {
      delete process.env[name];
    }
    Object.assign(process.env, {
      AWS_CONFIG_FILE: join(directory, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(directory, 'credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: local.url,
    });
    writeFileSync(join(directory, 'config'), '');
    local.reset();
  });
  afterEach(() => {
    local.faults.clear();
  });
  afterAll(async () => {
    for (const name of Object.keys(process.env)) {
      delete process.env[name];
    }
    Object.assign(process.env, environment);
    await local.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    get local() {
      return local;
    },
    config: (text) => writeFileSync(join(directory, 'config'), text),
    connect: (options = {}) =>
      connect({ profile: 'alice', region: REGION, signal: new AbortController().signal, ...options }),
  };
}

/** The failure that a promise rejects with. Fails the test when it does not reject, or with something else. */
export async function failureOf(promise: Promise<unknown>): Promise<AwsFailure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && 'awsFailure' in error) {
      return error.awsFailure as AwsFailure;
    }
    throw error;
  }
  throw new Error('The promise was expected to reject, but did not.');
}
