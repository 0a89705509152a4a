import type { IncomingHttpHeaders } from 'node:http';
import type { Endpoint } from './endpoint.js';
import type { FaultRule } from './faults.js';
import { kms } from './kms/service.js';
import { logs } from './logs/service.js';
import { deniedMessage } from './policy/iam.js';
import type { LoggedRequest } from './requestLog.js';
import { type Call, countRead, isRead, type Operation, type Service } from './service.js';
import { uuidOf } from './state/ids.js';
import type { Caller } from './state/principal.js';
import { sts } from './sts/service.js';
import { AwsError } from './wire/errors.js';
import { type JsonObject, parseJsonBody } from './wire/json.js';
import { parseQueryBody, toXmlError, toXmlResult } from './wire/query.js';
import { readCredentialScope } from './wire/sigv4.js';

export interface HttpRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      readonly body: string;
    }
  /** Break the connection. */
  | { readonly kind: 'reset' }
  /** Say nothing for ever. */
  | { readonly kind: 'silence' };

const SERVICES: readonly Service[] = [kms, logs, sts];

/** What is known of a request so far; filled in as it is read, and logged at the end. */
interface Progress {
  service: Service | undefined;
  operation: string;
  region: string;
  accountId: string;
  input: JsonObject;
}

/** Answers one AWS request. Never throws: whatever goes wrong becomes an error that an SDK understands. */
export async function dispatch(
  endpoint: Endpoint,
  request: HttpRequest,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Reply> {
  const number = endpoint.nextRequestNumber();
  const requestId = uuidOf(`request:${number}`);
  const progress: Progress = {
    service: undefined,
    operation: 'unknown',
    region: 'unknown',
    accountId: 'unknown',
    input: {},
  };
  let reply: Reply;
  let errorCode: string | undefined;
  try {
    reply = await answer(endpoint, request, progress, requestId, wait);
  } catch (error) {
    const awsError = toAwsError(error, progress.service);
    errorCode = awsError.code;
    reply = errorReply(awsError, progress.service, requestId);
  }
  endpoint.requests.add(toLogEntry(number, progress, reply, errorCode));
  return reply;
}

async function answer(
  endpoint: Endpoint,
  request: HttpRequest,
  progress: Progress,
  requestId: string,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Reply> {
  const { service, operation } = readTarget(request, progress);
  const { call, run } = authenticate(endpoint, request, service, progress);
  const hits = endpoint.faults.take({
    service: service.id,
    operation,
    region: call.region,
    accountId: progress.accountId,
  });
  const failure = hits.find(({ kind }) => kind !== 'latency');
  const lock = service.lockOf?.(call);
  if (lock !== undefined && endpoint.locks.has(lock)) {
    throw new AwsError(
      'OperationAbortedException',
      'A conflicting operation is currently in progress against this resource. Please try again.',
    );
  }
  if (lock !== undefined) {
    endpoint.locks.add(lock);
  }
  try {
    const latencyMs = hits.reduce((sum, { latencyMs: ms = 0 }) => sum + ms, 0);
    if (latencyMs > 0) {
      await wait(latencyMs);
    }
    const before = failure?.afterEffect === true ? undefined : applyFault(failure, service, call);
    if (before !== undefined) {
      return before;
    }
    const result = runAndCount(run, call);
    return applyFault(failure, service, call) ?? successReply(service, operation, result, requestId);
  } finally {
    if (lock !== undefined) {
      endpoint.locks.delete(lock);
    }
  }
}

function readTarget(request: HttpRequest, progress: Progress): { service: Service; operation: string } {
  const target = String(request.headers['x-amz-target'] ?? '');
  const contentType = request.headers['content-type'] ?? '';
  if (request.method === 'POST' && target !== '') {
    const [prefix, operation = ''] = target.split('.');
    const service = SERVICES.find(({ wire }) => wire.kind === 'json' && wire.target === prefix);
    progress.service = service;
    progress.operation = operation;
    if (service === undefined || !service.operations.has(operation)) {
      throw new AwsError('UnknownOperationException', '');
    }
    progress.input = parseJsonBody(request.body);
    return { service, operation };
  }
  if (request.method === 'POST' && contentType.startsWith('application/x-www-form-urlencoded')) {
    progress.service = sts;
    const { action, input } = parseQueryBody(request.body);
    progress.operation = action;
    progress.input = input;
    if (!sts.operations.has(action)) {
      throw new AwsError('InvalidAction', `Could not find operation ${action} for version ${String(input['Version'])}`);
    }
    return { service: sts, operation: action };
  }
  throw new AwsError('UnknownOperationException', '', 404);
}

function authenticate(
  endpoint: Endpoint,
  request: HttpRequest,
  service: Service,
  progress: Progress,
): { call: Call; run: Operation } {
  const scope = readCredentialScope(request.headers);
  if (scope === undefined) {
    throw service.wire.kind === 'query'
      ? new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403)
      : new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  progress.region = scope.region;
  if (scope.service !== service.id) {
    const message = `Credential should be scoped to correct service: '${service.id}'.`;
    throw service.wire.kind === 'query'
      ? new AwsError('SignatureDoesNotMatch', message, 403)
      : new AwsError('InvalidSignatureException', message);
  }
  const { world } = endpoint;
  const caller = world.caller(scope.accessKeyId);
  if (caller === undefined || !hasRightToken(caller, scope.sessionToken)) {
    const { code, status } = service.errors.unknownClient;
    throw new AwsError(code, 'The security token included in the request is invalid.', status);
  }
  progress.accountId = caller.accountId;
  if (caller.isExpired) {
    throw expiredToken(service);
  }
  const { operation, input } = progress;
  const state = world.region(caller.accountId, scope.region);
  const call: Call = { world, caller, region: scope.region, state, operation, input, nowMs: world.clock.now() };
  const run = service.operations.get(operation);
  if (run === undefined) {
    throw new AwsError('UnknownOperationException', '');
  }
  return { call, run };
}

function hasRightToken(caller: Caller, sessionToken: string | undefined): boolean {
  return caller.sessionToken === undefined || caller.sessionToken === sessionToken;
}

function runAndCount(run: Operation, call: Call): JsonObject | undefined {
  try {
    return run(call);
  } finally {
    if (isRead(call.operation)) {
      countRead(call.state);
    }
  }
}

/** Throws the error of a fault, or returns the broken reply; undefined when there is no fault. */
function applyFault(fault: FaultRule | undefined, service: Service, call: Call): Reply | undefined {
  switch (fault?.kind) {
    case 'throttle':
      throw new AwsError(service.errors.throttling.code, fault.message ?? service.errors.throttling.message);
    case 'serverError':
      throw new AwsError(service.errors.internal.code, service.errors.internal.message, fault.status ?? 500);
    case 'expiredToken':
      throw expiredToken(service);
    case 'accessDenied': {
      const { code, status } = service.errors.accessDenied;
      const action = `${service.id}:${call.operation}`;
      throw new AwsError(code, fault.message ?? deniedMessage(call.caller, action, '*', 'no-identity-policy'), status);
    }
    case 'error':
      throw new AwsError(fault.code ?? 'InternalFailure', fault.message ?? '', fault.status ?? 400);
    case 'reset':
      return { kind: 'reset' };
    case 'timeout':
      return { kind: 'silence' };
    case 'latency':
    case undefined:
      return undefined;
  }
}

function expiredToken(service: Service): AwsError {
  const { code, status } = service.errors.expired;
  return new AwsError(code, 'The security token included in the request is expired', status);
}

/** A defect of the endpoint itself must show as a 500 that says so, not as a hanging request. */
function toAwsError(error: unknown, service: Service | undefined): AwsError {
  if (error instanceof AwsError) {
    return error;
  }
  const message = `Defect of the local endpoint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  return new AwsError(service?.errors.internal.code ?? 'InternalFailure', message, 500);
}

function successReply(service: Service, operation: string, result: JsonObject | undefined, requestId: string): Reply {
  if (service.wire.kind === 'query') {
    const body = toXmlResult(operation, service.wire.namespace, result ?? {}, requestId);
    return { kind: 'answer', status: 200, headers: xmlHeaders(requestId), body };
  }
  const body = result === undefined ? '' : JSON.stringify(result);
  return { kind: 'answer', status: 200, headers: jsonHeaders(requestId), body };
}

function errorReply(error: AwsError, service: Service | undefined, requestId: string): Reply {
  if (service?.wire.kind === 'query') {
    const body = toXmlError(error, service.wire.namespace, requestId);
    return { kind: 'answer', status: error.status, headers: xmlHeaders(requestId), body };
  }
  const message = error.message === '' ? {} : { message: error.message };
  const body = JSON.stringify({ __type: error.code, ...message });
  return { kind: 'answer', status: error.status, headers: jsonHeaders(requestId), body };
}

function jsonHeaders(requestId: string): { readonly [name: string]: string } {
  return { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId };
}

function xmlHeaders(requestId: string): { readonly [name: string]: string } {
  return { 'content-type': 'text/xml', 'x-amzn-requestid': requestId };
}

function toLogEntry(number: number, progress: Progress, reply: Reply, errorCode: string | undefined): LoggedRequest {
  return {
    number,
    service: progress.service?.id ?? 'unknown',
    operation: progress.operation,
    region: progress.region,
    accountId: progress.accountId,
    input: progress.input,
    status: reply.kind === 'answer' ? reply.status : 0,
    ...(errorCode === undefined ? {} : { errorCode }),
  };
}
