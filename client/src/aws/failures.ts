import type { AwsFailure, AwsFailureError, AwsFailureKind } from './ports.js';

const EXPIRED_CODES = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenRefreshRequired',
  'UnauthorizedSSOTokenException',
  'UnauthorizedException',
]);
const BAD_CREDENTIAL_CODES = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'InvalidAccessKeyId',
]);
const DENIED_CODES = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'AuthorizationError']);
const THROTTLED_CODES = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
]);
const NOT_FOUND_CODES = new Set(['NotFoundException', 'ResourceNotFoundException']);
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOTFOUND',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EPIPE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const CREDENTIAL_ERRORS = new Set(['CredentialsProviderError', 'TokenProviderError', 'ProviderError']);

/** What the caller knows about the request that failed. */
interface FailureContext {
  readonly action?: string;
  readonly signIn?: readonly string[];
}

/** Turns whatever the SDK threw into a failure; never throws itself. */
export function toFailure(error: unknown, context: FailureContext = {}): AwsFailure {
  const known = findFailure(error);
  if (known !== undefined) {
    return known;
  }
  const { name, message, socketCode, requestId } = readError(error);
  const missingAction = /not authorized to perform: ([\w-]+:[\w*]+)/.exec(message)?.[1];
  const code = socketCode ?? name;
  return {
    kind: classify(error, name, message, socketCode),
    message,
    ...(code === undefined ? {} : { code }),
    ...(context.action === undefined ? {} : { action: context.action }),
    ...(missingAction === undefined ? {} : { missingAction }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(context.signIn === undefined ? {} : { signIn: context.signIn }),
  };
}

/** An error to throw that carries the failure across the bundle's border. */
export function failureError(failure: AwsFailure): AwsFailureError {
  return Object.assign(new Error(failure.message), { name: 'AwsFailure', awsFailure: failure });
}

export function findFailure(error: unknown): AwsFailure | undefined {
  return error instanceof Error && 'awsFailure' in error ? (error as AwsFailureError).awsFailure : undefined;
}

function classify(error: unknown, name: string | undefined, message: string, socketCode?: string): AwsFailureKind {
  if (name === 'AbortError') {
    return 'cancelled';
  }
  if (name !== undefined && (EXPIRED_CODES.has(name) || (CREDENTIAL_ERRORS.has(name) && saysExpired(message)))) {
    return 'expired';
  }
  if (name !== undefined && (BAD_CREDENTIAL_CODES.has(name) || CREDENTIAL_ERRORS.has(name))) {
    return 'noCredentials';
  }
  if (name !== undefined && DENIED_CODES.has(name)) {
    return 'accessDenied';
  }
  if ((name !== undefined && THROTTLED_CODES.has(name)) || isMarkedThrottling(error)) {
    return 'throttled';
  }
  if (name !== undefined && NOT_FOUND_CODES.has(name)) {
    return 'notFound';
  }
  if (name === 'TimeoutError' || (socketCode !== undefined && NETWORK_CODES.has(socketCode))) {
    return 'network';
  }
  return /region is missing/i.test(message) ? 'noRegion' : 'other';
}

/** The providers of the SDK tell an expired sign-in from other trouble only by their text. */
function saysExpired(message: string): boolean {
  return /expired|aws sso login|aws login|re-?authenticate/i.test(message);
}

function isMarkedThrottling(error: unknown): boolean {
  const retryable = isObject(error) ? error['$retryable'] : undefined;
  return isObject(retryable) && retryable['throttling'] === true;
}

function readError(error: unknown): { name?: string; message: string; socketCode?: string; requestId?: string } {
  if (!isObject(error)) {
    return { message: String(error) };
  }
  const metadata = isObject(error['$metadata']) ? error['$metadata'] : {};
  const first = firstOfAggregate(error);
  const name = text(error['name']);
  const socketCode = text(error['code']) ?? text(first?.['code']);
  const requestId = text(metadata['requestId']);
  // A connection that fails on every address is an AggregateError with an empty message of its own.
  const message = text(error['message']) ?? text(first?.['message']) ?? name ?? 'Unknown error';
  return {
    message,
    ...(name === undefined ? {} : { name }),
    ...(socketCode === undefined ? {} : { socketCode }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function firstOfAggregate(error: Record<string, unknown>): Record<string, unknown> | undefined {
  const errors = error['errors'];
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isObject(first) ? first : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
