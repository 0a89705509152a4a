import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { KMSClient } from '@aws-sdk/client-kms';
import { STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type AwsLocal, type Seed, startAwsLocal } from '../aws-local/index.js';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
const REGION = 'us-east-1';

/** Access keys of the principals that `seedOf` makes. */
export const ADMIN = 'AKIATESTADMIN0000001';

/** One endpoint for a test file, back at its seed before each test. */
export function useAwsLocal(seed: Seed): { readonly local: AwsLocal } {
  const holder: { local?: AwsLocal } = {};
  beforeAll(async () => {
    holder.local = await startAwsLocal({ seed });
  });
  beforeEach(() => holder.local?.reset(seed));
  afterAll(async () => {
    await holder.local?.close();
  });
  return {
    get local() {
      if (holder.local === undefined) {
        throw new Error('the endpoint has not been started');
      }
      return holder.local;
    },
  };
}

interface ClientOptions {
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly sessionToken?: string;
  readonly maxAttempts?: number;
}

export function kmsClient(local: AwsLocal, options: ClientOptions = {}): KMSClient {
  return new KMSClient(configOf(local, options));
}

export function logsClient(local: AwsLocal, options: ClientOptions = {}): CloudWatchLogsClient {
  return new CloudWatchLogsClient(configOf(local, options));
}

export function stsClient(local: AwsLocal, options: ClientOptions = {}): STSClient {
  return new STSClient(configOf(local, options));
}

function configOf(local: AwsLocal, options: ClientOptions) {
  const token = options.sessionToken === undefined ? {} : { sessionToken: options.sessionToken };
  return {
    endpoint: local.url,
    region: options.region ?? REGION,
    maxAttempts: options.maxAttempts ?? 1,
    credentials: { accessKeyId: options.accessKeyId ?? ADMIN, secretAccessKey: 'secret', ...token },
  };
}

/** `Name: message` of the error that a call ends in; a call that succeeds is a failure of the test. */
export async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  throw new Error('The call succeeded');
}

export function keyArn(id: string, region = REGION, account = ACCOUNT): string {
  return `arn:aws:kms:${region}:${account}:key/${id}`;
}

/** A key id that is easy to tell apart: `idOf(7)` ends in 7. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function policyOf(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

export const ROOT_STATEMENT = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: 'kms:*',
  Resource: '*',
};
