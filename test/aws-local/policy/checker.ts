import { conditionHolds, type RequestContext } from './conditions.js';
import { matchesAction, matchesArn } from './wildcards.js';

/**
 * The endpoint's own reading of a key policy: literal and small, so that the product's evaluation can be held against
 * an opinion that shares no code with it.
 */

export type Requester =
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'aws'; readonly arn: string; readonly accountId: string; readonly roleArn: string | undefined };

export interface PolicyRequest {
  readonly requester: Requester;
  /** `kms:DescribeKey` */
  readonly action: string;
  /** ARN of the key. */
  readonly resource: string;
  readonly context: RequestContext;
}

export interface PolicyAnswer {
  readonly isDenied: boolean;
  /** An Allow names the requester itself, or everybody. */
  readonly allowsRequester: boolean;
  /** An Allow names the requester's account, which lets IAM policies of that account decide. */
  readonly allowsAccount: boolean;
}

/** Holds a request against every statement of a policy. A statement it cannot read allows and denies nothing. */
export function checkPolicy(policyText: string, request: PolicyRequest): PolicyAnswer {
  const answer = { isDenied: false, allowsRequester: false, allowsAccount: false };
  for (const statement of statementsOf(policyText)) {
    const match = matchPrincipal(statement, request.requester);
    if (match === 'none' || !matchesRest(statement, request)) {
      continue;
    }
    if (statement['Effect'] === 'Deny') {
      answer.isDenied = true;
    } else if (statement['Effect'] === 'Allow') {
      answer.allowsRequester ||= match === 'requester';
      answer.allowsAccount ||= match === 'account';
    }
  }
  return answer;
}

type Statement = { readonly [element: string]: unknown };

function statementsOf(policyText: string): readonly Statement[] {
  const policy = parsed(policyText);
  return isObject(policy) ? toList(policy['Statement']).filter(isObject) : [];
}

/** A seed may hold a policy that no request could have put there, even one that is no JSON. */
function parsed(policyText: string): unknown {
  try {
    return JSON.parse(policyText);
  } catch {
    return undefined;
  }
}

function matchesRest(statement: Statement, request: PolicyRequest): boolean {
  return (
    matchesList(statement, 'Action', 'NotAction', (pattern) => matchesAction(pattern, request.action)) &&
    matchesList(statement, 'Resource', 'NotResource', (pattern) => matchesArn(pattern, request.resource)) &&
    (statement['Condition'] === undefined ||
      (isObject(statement['Condition']) && conditionHolds(statement['Condition'], request.context)))
  );
}

/** A statement with neither element has no effect (kms-facts 2). */
function matchesList(
  statement: Statement,
  element: string,
  notElement: string,
  matches: (pattern: string) => boolean,
): boolean {
  if (statement[element] !== undefined) {
    return toTexts(statement[element]).some(matches);
  }
  return statement[notElement] !== undefined && !toTexts(statement[notElement]).some(matches);
}

type PrincipalMatch = 'none' | 'requester' | 'account';

function matchPrincipal(statement: Statement, requester: Requester): PrincipalMatch {
  if (statement['Principal'] !== undefined) {
    return matchListed(statement['Principal'], requester);
  }
  if (statement['NotPrincipal'] !== undefined) {
    return isSpared(statement['NotPrincipal'], requester) ? 'none' : 'requester';
  }
  return 'none';
}

function matchListed(principal: unknown, requester: Requester): PrincipalMatch {
  const names = namesFor(principal, requester);
  if (names.includes('*') || identitiesOf(requester).some((identity) => names.includes(identity))) {
    return 'requester';
  }
  return requester.kind === 'aws' && namesAccount(names, requester) ? 'account' : 'none';
}

/**
 * NotPrincipal spares a requester only when each level of its identity is listed: the session, its role, and the
 * account (IAM guide, "NotPrincipal with Deny").
 */
function isSpared(principal: unknown, requester: Requester): boolean {
  const names = namesFor(principal, requester);
  if (names.includes('*')) {
    return true;
  }
  const isNamed = identitiesOf(requester).every((identity) => names.includes(identity));
  return isNamed && (requester.kind === 'service' || namesAccount(names, requester));
}

/** The names in a Principal element that can mean this kind of requester. `"*"` and `{"AWS": "*"}` mean everybody. */
function namesFor(principal: unknown, requester: Requester): readonly string[] {
  if (principal === '*') {
    return ['*'];
  }
  if (!isObject(principal)) {
    return [];
  }
  const aws = toTexts(principal['AWS']);
  if (requester.kind === 'aws') {
    return aws;
  }
  return [...toTexts(principal['Service']), ...aws.filter((name) => name === '*')];
}

function identitiesOf(requester: Requester): readonly string[] {
  if (requester.kind === 'service') {
    return [requester.name];
  }
  return requester.roleArn === undefined ? [requester.arn] : [requester.arn, requester.roleArn];
}

function namesAccount(names: readonly string[], requester: { readonly accountId: string }): boolean {
  return names.some(
    (name) => name === requester.accountId || new RegExp(`^arn:[\\w-]+:iam::${requester.accountId}:root$`).test(name),
  );
}

function toTexts(value: unknown): readonly string[] {
  return toList(value).filter((text) => typeof text === 'string');
}

function toList(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
