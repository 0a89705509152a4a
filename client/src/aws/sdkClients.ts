import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { KMSClient } from '@aws-sdk/client-kms';
import { getDefaultRoleAssumer, getDefaultRoleAssumerWithWebIdentity, STSClient } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { onlyWhenThrottled } from './askOnce.js';
import { endpointConfig, type ServiceId } from './endpoints.js';
import { failureError, toFailure } from './failures.js';
import type { ConnectOptions, RequestRecord } from './ports.js';
import type { SharedFiles } from './sharedFiles.js';

export interface SdkClients {
  readonly kms: KMSClient;
  /** For what KMS would do twice when it is asked twice. */
  readonly kmsOnce: KMSClient;
  readonly logs: CloudWatchLogsClient;
  readonly sts: STSClient;
}

export interface ClientSettings {
  /** The profile whose sections apply: the chosen one, else `AWS_PROFILE`, else `default`. */
  readonly effectiveProfile: string;
  readonly region: string;
  readonly files: SharedFiles;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A request that gets no answer must not leave a tree loading for ever. */
const REQUEST_TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true };

/**
 * The clients of a session. They share one credential provider, so what `GetCallerIdentity` names is what signs
 * every other request. Throws when the profile's endpoint settings are contradictory.
 */
export function createSdkClients(options: ConnectOptions, settings: ClientSettings): SdkClients {
  const { effectiveProfile, region, files, env } = settings;
  const endpoint = (service: ServiceId) => endpointConfig(service, effectiveProfile, files, env);
  const stsEndpoint = endpoint('STS');
  const askMfaCode = options.askMfaCode;
  const credentials = fromNodeProviderChain({
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ignoreCache: true,
    // The SDK's own role assumers would look for the endpoint in the default profile; see endpoints.ts.
    roleAssumer: getDefaultRoleAssumer({ region, ...stsEndpoint }),
    roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity({ region, ...stsEndpoint }),
    ...(askMfaCode === undefined ? {} : { mfaCodeProvider: askMfaCode }),
  });
  const common = { region, credentials, profile: effectiveProfile, requestHandler: REQUEST_TIMEOUTS };
  return {
    kms: new KMSClient({ ...common, ...endpoint('KMS') }),
    kmsOnce: new KMSClient({ ...common, ...endpoint('KMS'), retryStrategy: onlyWhenThrottled }),
    logs: new CloudWatchLogsClient({ ...common, ...endpoint('CloudWatch Logs') }),
    sts: new STSClient({ ...common, ...stsEndpoint }),
  };
}

/** The part of a command's output that every service gives. */
interface Answer {
  readonly $metadata?: { readonly requestId?: string; readonly attempts?: number };
}

/**
 * Sends one request, reports it, and turns what it throws into a failure. The SDK retries throttled requests and
 * broken connections by itself before this rejects.
 */
export async function sendRecorded<T extends Answer>(
  action: string,
  request: () => Promise<T>,
  options: { onRequest?: ((record: RequestRecord) => void) | undefined; signIn?: readonly string[] | undefined },
): Promise<T> {
  const startedAt = performance.now();
  const record = (answer: Answer['$metadata'], errorCode?: string) =>
    options.onRequest?.({
      action,
      durationMs: Math.round(performance.now() - startedAt),
      ...(answer?.requestId === undefined ? {} : { requestId: answer.requestId }),
      ...(answer?.attempts === undefined ? {} : { attempts: answer.attempts }),
      ...(errorCode === undefined ? {} : { errorCode }),
    });
  try {
    const answer = await request();
    record(answer.$metadata);
    return answer;
  } catch (error) {
    const failure = toFailure(error, { action, ...(options.signIn === undefined ? {} : { signIn: options.signIn }) });
    const requestId = failure.requestId;
    record(requestId === undefined ? {} : { requestId }, failure.code ?? failure.kind);
    throw failureError(failure);
  }
}
