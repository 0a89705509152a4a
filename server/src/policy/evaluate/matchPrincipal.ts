import { parseArn } from '../arn.js';
import type { Principal, PrincipalElement } from '../model.js';
import { matchesWildcard } from '../wildcard.js';
import { matchText } from './matchText.js';
import type { RequestPrincipal } from './request.js';
import { any, not, type Tri } from './tri.js';

/**
 * Does a principal element name the caller? An account principal names everybody of that account (what that is worth
 * is for the caller of this function to say: kms-facts 1.a), `*` names everybody, services included.
 */
export function matchPrincipal(element: PrincipalElement | undefined, caller: RequestPrincipal): Tri {
  if (element === undefined) {
    return 'no';
  }
  const named = any(element.principals, (principal) => namesCaller(principal, caller));
  return element.negated ? not(named) : named;
}

function namesCaller(principal: Principal, caller: RequestPrincipal): Tri {
  const { type, value } = principal;
  if (type === '*') {
    return 'yes';
  }
  if (type === 'AWS') {
    return matchText(value, (text) => namesAwsPrincipal(text, caller));
  }
  if (type === 'Service') {
    return caller.kind === 'service' ? matchText(value, (text) => matchesWildcard(text, caller.name)) : 'no';
  }
  return 'no';
}

/**
 * `matchText` widens what is not known to `*`. AWS itself takes no wildcard inside a principal, so such a text can
 * only be a widened one, and could become any principal.
 */
function namesAwsPrincipal(text: string, caller: RequestPrincipal): boolean {
  if (text === '*') {
    return true;
  }
  if (caller.kind !== 'aws') {
    return false;
  }
  if (text.includes('*')) {
    return true;
  }
  return text === caller.arn || text === caller.sessionArn || accountOf(text) === caller.account;
}

/** The account of an account principal: twelve digits, or `arn:…:iam::…:root`. */
function accountOf(text: string): string | undefined {
  if (/^\d{12}$/.test(text)) {
    return text;
  }
  const arn = parseArn(text);
  return arn?.service === 'iam' && arn.resource === 'root' ? arn.account : undefined;
}
