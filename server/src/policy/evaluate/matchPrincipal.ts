import { parseArn } from '../arn.js';
import type { Principal, PrincipalElement } from '../model.js';
import { matchesWildcard } from '../wildcard.js';
import { patternText } from './matchText.js';
import type { RequestPrincipal } from './request.js';
import { not, or, type Tri } from './tri.js';

/**
 * As what a principal element names the caller: what an Allow is worth depends on it (kms-facts 1.a). `directly`: the
 * user, the session, the service, or everyone; `asRole`: the role that the session is of; `asAccount`: the account.
 */
export interface Naming {
  readonly directly: Tri;
  readonly asRole: Tri;
  readonly asAccount: Tri;
}

const NOT_NAMED: Naming = { directly: 'no', asRole: 'no', asAccount: 'no' };
const NAMED: Naming = { directly: 'yes', asRole: 'no', asAccount: 'no' };

/** How an element names a caller; made once for an element. */
export type PrincipalMatcher = (caller: RequestPrincipal) => Naming;

export function isNamed({ directly, asRole, asAccount }: Naming): Tri {
  return or(directly, or(asRole, asAccount));
}

/**
 * The test that a principal element stands for. `*` names everybody, services and anonymous callers included; so does
 * `NotPrincipal`, save those it names in any way. No element names nobody.
 */
export function principalMatcher(element: PrincipalElement | undefined): PrincipalMatcher {
  if (element === undefined) {
    return () => NOT_NAMED;
  }
  const matchers = element.principals.map(oneMatcher);
  const [only] = matchers;
  const named: PrincipalMatcher =
    only !== undefined && matchers.length === 1
      ? only
      : (caller) => matchers.reduce((naming, matcher) => join(naming, matcher(caller)), NOT_NAMED);
  return element.negated ? (caller) => ({ ...NOT_NAMED, directly: not(isNamed(named(caller))) }) : named;
}

function join(left: Naming, right: Naming): Naming {
  if (right === NOT_NAMED) {
    return left;
  }
  return {
    directly: or(left.directly, right.directly),
    asRole: or(left.asRole, right.asRole),
    asAccount: or(left.asAccount, right.asAccount),
  };
}

function oneMatcher({ type, value }: Principal): PrincipalMatcher {
  if (type === '*') {
    return () => NAMED;
  }
  if (type === 'AWS') {
    return value.known === undefined ? openMatcher(patternText(value)) : awsMatcher(value.known);
  }
  if (type === 'Service') {
    const name = patternText(value);
    const outcome: Naming = value.known === undefined ? { ...NOT_NAMED, directly: 'unknown' } : NAMED;
    return (caller) => (caller.kind === 'service' && matchesWildcard(name, caller.name) ? outcome : NOT_NAMED);
  }
  return () => NOT_NAMED;
}

/** AWS takes no wildcard inside a principal, so that such a text names nobody. */
function awsMatcher(text: string): PrincipalMatcher {
  if (text === '*') {
    return () => NAMED;
  }
  const account = accountOf(text);
  if (account !== undefined) {
    const naming: Naming = { ...NOT_NAMED, asAccount: 'yes' };
    return (caller) => ('account' in caller && caller.account === account ? naming : NOT_NAMED);
  }
  const asRole: Naming = { ...NOT_NAMED, asRole: 'yes' };
  return (caller) => {
    if (!('account' in caller)) {
      return NOT_NAMED;
    }
    if (caller.sessionArn === text) {
      return NAMED;
    }
    return caller.arn === text ? (isRole(caller.kind) ? asRole : NAMED) : NOT_NAMED;
  };
}

/** A text with parts that are not known yet could become any principal that fits it. */
function openMatcher(pattern: string): PrincipalMatcher {
  const could = (text: string | undefined): Tri =>
    text !== undefined && matchesWildcard(pattern, text) ? 'unknown' : 'no';
  return (caller) => {
    if (!('account' in caller)) {
      return { ...NOT_NAMED, directly: could('*') };
    }
    const arn = could(caller.arn);
    const rootArn = caller.arn.replace(/:(?:iam|sts)::(\d+):.*$/, ':iam::$1:root');
    return {
      directly: or(could('*'), or(could(caller.sessionArn), isRole(caller.kind) ? 'no' : arn)),
      asRole: isRole(caller.kind) ? arn : 'no',
      asAccount: or(could(caller.account), could(rootArn)),
    };
  };
}

function isRole(kind: RequestPrincipal['kind']): boolean {
  return kind === 'role' || kind === 'session' || kind === 'aws';
}

/** The account of an account principal: twelve digits, or `arn:…:iam::…:root`. */
export function accountOf(text: string): string | undefined {
  if (/^\d{12}$/.test(text)) {
    return text;
  }
  const arn = parseArn(text);
  return arn?.service === 'iam' && arn.resource === 'root' ? arn.account : undefined;
}
