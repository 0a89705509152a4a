import { keyAccessRefusal } from '../kms/authorize.js';
import { checkPolicy } from '../policy/checker.js';
import { serviceContext } from '../policy/requestContext.js';
import type { Call, Operation } from '../service.js';
import { dnsSuffixOf } from '../state/partition.js';
import type { KeyRecord } from '../state/records.js';
import { QUERY_RESULTS_ID } from '../state/world.js';
import { AwsError, constraintMessage } from '../wire/errors.js';
import { optionalString, requiredString } from '../wire/json.js';
import { authorizeLogs } from './authorize.js';
import { existingLogGroup } from './logGroups.js';
import { logGroupArn, queryResultArn, requireLogGroupName } from './names.js';

/** What is to be encrypted: one log group, or the results of all queries of the account and Region. */
type Subject = { readonly kind: 'log-group'; readonly name: string } | { readonly kind: 'query-results' };

/**
 * What CloudWatch Logs must be able to do with the key, by its documentation (recipes T1). `kms:Describe*` of the
 * published sample is left out: it can never match under the encryption context, and association works without it.
 */
const NEEDED_ACTIONS = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey'];

export const associateKmsKey: Operation = (call) => {
  const subject = readSubject(call);
  const kmsKeyId = requireKmsKeyId(call);
  authorizeLogs(call, 'logs:AssociateKmsKey', nameOf(subject));
  if (subject.kind === 'query-results') {
    requireUsableKey(call, kmsKeyId, subject);
    call.state.queryResults.set(QUERY_RESULTS_ID, { kmsKeyId });
    return undefined;
  }
  const group = existingLogGroup(call, subject.name);
  requireUsableKey(call, kmsKeyId, subject);
  call.state.logGroups.set(group.name, { ...group, kmsKeyId });
  return undefined;
};

export const disassociateKmsKey: Operation = (call) => {
  const subject = readSubject(call);
  authorizeLogs(call, 'logs:DisassociateKmsKey', nameOf(subject));
  if (subject.kind === 'query-results') {
    call.state.queryResults.delete(QUERY_RESULTS_ID);
    return undefined;
  }
  const group = existingLogGroup(call, subject.name);
  call.state.logGroups.set(group.name, { ...group, kmsKeyId: undefined });
  return undefined;
};

/** Either `logGroupName` or `resourceIdentifier`, never both and never neither. */
function readSubject(call: Call): Subject {
  const identifier = optionalString(call.input, 'resourceIdentifier');
  const hasName = optionalString(call.input, 'logGroupName') !== undefined;
  if (hasName === (identifier !== undefined)) {
    throw new AwsError(
      'InvalidParameterException',
      'Exactly one of the parameters logGroupName and resourceIdentifier must be specified.',
    );
  }
  if (identifier === undefined) {
    return { kind: 'log-group', name: requireLogGroupName(call) };
  }
  if (identifier === queryResultArn(call)) {
    return { kind: 'query-results' };
  }
  const prefix = logGroupArn(call, '');
  const name = identifier.slice(prefix.length);
  // The ARN with a trailing `:*`, as DescribeLogGroups gives in `arn`, is not accepted here (recipes 1.3).
  if (!identifier.startsWith(prefix) || name === '' || name.includes(':')) {
    throw new AwsError(
      'InvalidParameterException',
      constraintMessage(identifier, 'resourceIdentifier', 'be the ARN of a log group or of the query results'),
    );
  }
  return { kind: 'log-group', name };
}

export function requireKmsKeyId(call: Call): string {
  const kmsKeyId = requiredString(call.input, 'kmsKeyId', 'InvalidParameterException');
  if (kmsKeyId.length > 256) {
    throw new AwsError(
      'InvalidParameterException',
      constraintMessage(kmsKeyId, 'kmsKeyId', 'have length less than or equal to 256'),
    );
  }
  return kmsKeyId;
}

/**
 * Throws unless CloudWatch Logs would take this key (recipes T1, errors): a full ARN of an enabled symmetric encryption
 * key in the same Region; the caller may describe it; its policy admits the regional service principal for the subject.
 */
export function requireUsableKey(call: Call, kmsKeyId: string, subject: Subject): void {
  const key = findKey(call, kmsKeyId);
  if (key === undefined) {
    throw keyNotFound(subject);
  }
  // CloudWatch Logs asks KMS in the name of the caller, through itself (recipes 1.6).
  const refusal = keyAccessRefusal(call, key, 'kms:DescribeKey', { 'kms:ViaService': servicePrincipal(call) });
  if (refusal !== undefined) {
    throw new AwsError('AccessDeniedException', refusal);
  }
  if (key.keyState !== 'Enabled' || key.keySpec !== 'SYMMETRIC_DEFAULT' || key.keyUsage !== 'ENCRYPT_DECRYPT') {
    throw keyNotFound(subject);
  }
  if (!NEEDED_ACTIONS.every((action) => serviceMayUse(call, key, action, subject))) {
    throw new AwsError(
      'AccessDeniedException',
      `The specified KMS key does not exist or is not allowed to be used with Arn '${arnOf(call, subject)}'`,
    );
  }
}

/** Ids, aliases and keys of other Regions are not found. CloudWatch Logs reads KMS as any other client does. */
function findKey(call: Call, kmsKeyId: string): KeyRecord | undefined {
  const [, , service, region, accountId = '', resource = ''] = kmsKeyId.split(':');
  if (service !== 'kms' || region !== call.region || !resource.startsWith('key/')) {
    return undefined;
  }
  const id = resource.slice('key/'.length);
  return call.world.region(accountId, region).keys.read(id);
}

function serviceMayUse(call: Call, key: KeyRecord, action: string, subject: Subject): boolean {
  const principal = servicePrincipal(call);
  const arn = arnOf(call, subject);
  // Log groups: an encryption context and no source keys; query results: source keys and no context (recipes 1.2).
  const extra =
    subject.kind === 'log-group'
      ? { 'kms:EncryptionContext:aws:logs:arn': arn, 'kms:EncryptionContextKeys': ['aws:logs:arn'] }
      : { 'aws:SourceArn': arn, 'aws:SourceAccount': call.caller.accountId };
  const answer = checkPolicy(key.policy, {
    requester: { kind: 'service', name: principal },
    action,
    resource: key.arn,
    context: serviceContext(call, key, principal, extra),
  });
  return answer.allowsRequester && !answer.isDenied;
}

function servicePrincipal(call: Call): string {
  return `logs.${call.region}.${dnsSuffixOf(call.region)}`;
}

function keyNotFound(subject: Subject): AwsError {
  return new AwsError('InvalidParameterException', `The specified KMS Key Id could not be found. '${nameOf(subject)}'`);
}

function nameOf(subject: Subject): string {
  return subject.kind === 'log-group' ? subject.name : QUERY_RESULTS_ID;
}

function arnOf(call: Call, subject: Subject): string {
  return subject.kind === 'log-group' ? logGroupArn(call, subject.name) : queryResultArn(call);
}
