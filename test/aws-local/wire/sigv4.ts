import type { IncomingHttpHeaders } from 'node:http';

/** What the Authorization header of a signed request says about its sender. The signature itself is not verified. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  /** Signing name: `kms`, `logs`, `sts`. */
  readonly service: string;
  readonly sessionToken: string | undefined;
}

const CREDENTIAL = /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request\b/;

/** Undefined when the request is not signed, or its header cannot be read. */
export function readCredentialScope(headers: IncomingHttpHeaders): CredentialScope | undefined {
  const [, accessKeyId, region, service] = CREDENTIAL.exec(headers.authorization ?? '') ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) {
    return undefined;
  }
  const token = headers['x-amz-security-token'];
  return { accessKeyId, region, service, sessionToken: typeof token === 'string' ? token : undefined };
}
