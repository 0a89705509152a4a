import { isConditionOperator } from '../policy/conditions.js';
import type { World } from '../state/world.js';
import { AwsError } from '../wire/errors.js';
import { isObject, type JsonObject } from '../wire/json.js';

/** 32 KB, not adjustable (kms-facts 2). */
const MAX_BYTES = 32_768;
/** The API shape's own bounds, checked before the quota. */
const MAX_CHARACTERS = 131_072;
const CHARSET = /^[\t\n\r\u0020-\u00FF]+$/;

/** Throws unless KMS would store this text as a key policy; says nothing of whom it lets in. */
export function requireStorablePolicy(text: string, world: World): void {
  requireText(text);
  const policy = parse(text);
  requireKnownElements(policy, ['Version', 'Id', 'Statement']);
  if (policy['Version'] !== undefined && !['2012-10-17', '2008-10-17'].includes(String(policy['Version']))) {
    throw malformed(SYNTAX);
  }
  const statements = toList(policy['Statement']);
  if (statements.length === 0) {
    throw malformed(SYNTAX);
  }
  for (const statement of statements) {
    if (!isObject(statement)) {
      throw malformed(SYNTAX);
    }
    requireStatement(statement, world);
  }
}

/** KMS answers a policy that is no policy without saying why (an empty text, seen in aws-sdk-ruby issue 1784). */
const SYNTAX = '';

function malformed(message: string): AwsError {
  return new AwsError('MalformedPolicyDocumentException', message);
}

function requireText(text: string): void {
  if (text.length > MAX_CHARACTERS) {
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to ${MAX_CHARACTERS}`,
    );
  }
  if (!CHARSET.test(text)) {
    throw new AwsError(
      'ValidationException',
      "1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
    );
  }
  if (Buffer.byteLength(text, 'utf8') > MAX_BYTES) {
    throw new AwsError('LimitExceededException', `The policy exceeds the maximum size of ${MAX_BYTES} bytes.`);
  }
}

function parse(text: string): JsonObject {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw malformed(SYNTAX);
  }
  if (!isObject(policy)) {
    throw malformed(SYNTAX);
  }
  return policy;
}

const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function requireStatement(statement: JsonObject, world: World): void {
  requireKnownElements(statement, STATEMENT_ELEMENTS);
  if (statement['Effect'] !== 'Allow' && statement['Effect'] !== 'Deny') {
    throw malformed(SYNTAX);
  }
  requireOneElement(statement, 'Principal', 'NotPrincipal', 'Policy statement must contain principals.');
  // Refused since 18 August 2025; stored without effect before (reference README, settled difference 1).
  requireOneElement(statement, 'Action', 'NotAction', 'Policy statement must contain actions.');
  requireOneElement(statement, 'Resource', 'NotResource', 'Policy statement must contain resources.');
  for (const action of toList(statement['Action'] ?? statement['NotAction'])) {
    if (typeof action !== 'string' || !/^(\*|[\w-]+:[\w*?]+)$/.test(action)) {
      throw malformed(SYNTAX);
    }
  }
  requirePrincipals(statement['Principal'] ?? statement['NotPrincipal'], world);
  if (statement['Condition'] !== undefined) {
    requireCondition(statement['Condition']);
  }
}

function requireKnownElements(value: JsonObject, elements: readonly string[]): void {
  if (Object.keys(value).some((element) => !elements.includes(element))) {
    throw malformed(SYNTAX);
  }
}

function requireOneElement(statement: JsonObject, element: string, notElement: string, message: string): void {
  if (statement[element] !== undefined && statement[notElement] !== undefined) {
    throw malformed(SYNTAX);
  }
  const value = statement[element] ?? statement[notElement];
  if (toList(value).length === 0 || value === '' || (isObject(value) && Object.keys(value).length === 0)) {
    throw malformed(message);
  }
}

function requirePrincipals(principal: unknown, world: World): void {
  if (principal === '*') {
    return;
  }
  const isValid =
    isObject(principal) &&
    Object.entries(principal).every(([type, names]) => {
      const list = toList(names);
      return list.length > 0 && list.every((name) => typeof name === 'string' && isPrincipal(type, name, world));
    });
  if (!isValid) {
    throw malformed('Policy contains a statement with one or more invalid principals.');
  }
}

const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
const ACCOUNT = /^(?:\d{12}|arn:aws[\w-]*:iam::\d{12}:root)$/;
const IDENTITY =
  /^arn:aws[\w-]*:(?:iam::\d{12}:(?:user|role)\/[\w+=,.@/-]+|sts::\d{12}:(?:assumed-role|federated-user)\/[\w+=,.@/-]+)$/;

/** Groups, partial wildcards, ids of deleted principals and malformed ARNs are no principals (kms-facts 2.a). */
function isPrincipal(type: string, name: string, world: World): boolean {
  switch (type) {
    case 'AWS':
      return (
        name === '*' ||
        (ACCOUNT.test(name) && world.isKnownPrincipal(/\d{12}/.exec(name)?.[0] ?? '')) ||
        (IDENTITY.test(name) && world.isKnownPrincipal(name))
      );
    case 'Service':
      return SERVICE.test(name);
    case 'Federated':
      return name !== '';
    default:
      return false;
  }
}

/** Condition keys that only IAM policies may hold (reference README, settled difference 3). */
const IAM_ONLY_KEY = /^(aws:resourcetag\/.*|kms:resourcealiases)$/i;
const ENCRYPTION_CONTEXT_KEY = /^kms:encryptioncontext:/i;
const REQUEST_TAG_KEY = /^aws:requesttag\//i;

function requireCondition(condition: unknown): void {
  if (!isObject(condition)) {
    throw malformed(SYNTAX);
  }
  for (const [operator, block] of Object.entries(condition)) {
    if (!isConditionOperator(operator) || !isObject(block)) {
      throw malformed(SYNTAX);
    }
    const keys = Object.keys(block);
    const forbidden = keys.filter((key) => IAM_ONLY_KEY.test(key));
    if (forbidden.length > 0) {
      throw malformed(`These condition keys are not permitted in a key policy: ${forbidden.join(', ')}`);
    }
    if (operator.startsWith('ForAllValues:')) {
      requireRestrictive(keys);
    }
  }
}

/** `ForAllValues` on a single-valued key lets requests without it through (kms-facts 7). */
function requireRestrictive(keys: readonly string[]): void {
  if (keys.some((key) => ENCRYPTION_CONTEXT_KEY.test(key))) {
    throw overlyPermissive('EncryptionContext', 'encryption context');
  }
  if (keys.some((key) => REQUEST_TAG_KEY.test(key))) {
    throw overlyPermissive('RequestTag', 'tag');
  }
}

function overlyPermissive(subject: string, what: string): AwsError {
  return malformed(
    `OverlyPermissiveCondition:${subject}: Using the ForAllValues set operator with a single-valued condition key ` +
      `matches requests without the specified ${what} or with an unspecified ${what}. To fix, remove ForAllValues.`,
  );
}

function toList(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
