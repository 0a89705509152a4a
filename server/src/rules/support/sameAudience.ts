import { readAwsPrincipal } from '../../policy/awsPrincipal.js';
import type { Policy, Principal, Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';

/**
 * What a principal is called when it is compared with others: an account and its `root` ARN are the same. Undefined for
 * one that is not known before deployment.
 */
export function principalIdentity({ type, value }: Principal): string | undefined {
  if (value.known === undefined || typeof type !== 'string') {
    return undefined;
  }
  if (type === '*' || (type === 'AWS' && value.known === '*')) {
    return '*';
  }
  const read = type === 'AWS' ? readAwsPrincipal(value.known) : undefined;
  return `${type} ${read?.kind === 'account' ? read.account : value.known}`;
}

/** True when an Allow may give an action to those whom a statement is about; true also where that cannot be told. */
export function isAllowedToSame({ statements }: Policy, statement: Statement, action: string): boolean {
  const audience = statement.principal?.principals.map(principalIdentity) ?? [];
  return statements.some((other) => {
    if (other.effect !== 'Allow' || coversAction(other, action) === 'no') {
      return false;
    }
    const others = new Set(other.principal?.principals.map(principalIdentity) ?? []);
    const isWide = other.principal?.negated === true || others.has('*') || others.has(undefined);
    return isWide || audience.every((who) => who === undefined || others.has(who));
  });
}
