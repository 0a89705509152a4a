import { accountOfPrincipal, readAwsPrincipal } from './awsPrincipal.js';
import { findEveryone } from './exposure.js';
import type { ListElement, Statement } from './model.js';
import { matchesWildcard } from './wildcard.js';

/**
 * Whether one statement covers all of another, conditions aside: every principal, action and resource of `narrow` is one
 * of `wide`. False where that cannot be told. Patterns are compared as texts, which is exact for `*` and `?`.
 */
export function coversStatement(wide: Statement, narrow: Statement): boolean {
  return (
    coversPrincipals(wide, narrow) && coversList(wide.action, narrow.action, lower) && coversResources(wide, narrow)
  );
}

/** Whether every resource of one statement is a resource of another. */
export function coversResources(wide: Statement, narrow: Statement): boolean {
  return coversList(wide.resource, narrow.resource, (text) => text);
}

function coversList(
  wide: ListElement | undefined,
  narrow: ListElement | undefined,
  normalize: (text: string) => string,
): boolean {
  if (wide === undefined || wide.negated || narrow === undefined || narrow.values.length === 0) {
    return false;
  }
  const patterns = wide.values.flatMap(({ known }) => (known === undefined ? [] : [normalize(known)]));
  if (patterns.some((pattern) => /^\*+$/.test(pattern))) {
    return true;
  }
  return (
    !narrow.negated &&
    narrow.values.every(
      ({ known }) => known !== undefined && patterns.some((pattern) => matchesWildcard(pattern, normalize(known))),
    )
  );
}

/** IAM compares the names of actions without case. */
function lower(text: string): string {
  return text.toLowerCase();
}

/** In a policy without principals both statements are for the same one. */
function coversPrincipals({ principal: wide }: Statement, { principal: narrow }: Statement): boolean {
  if (wide === undefined || narrow === undefined) {
    return wide === narrow;
  }
  if (wide.negated || narrow.negated || narrow.principals.length === 0) {
    return false;
  }
  if (findEveryone(wide) !== undefined) {
    return true;
  }
  const texts = new Set(wide.principals.map(({ value }) => value.known));
  const accounts = new Set(wide.principals.map(({ value }) => accountNamedBy(value.known)));
  return narrow.principals.every(({ value: { known } }) => {
    const account = known === undefined ? undefined : accountOfPrincipal(known);
    return known !== undefined && (texts.has(known) || (account !== undefined && accounts.has(account)));
  });
}

/** The account that a principal stands for as a whole. */
function accountNamedBy(text: string | undefined): string | undefined {
  const named = text === undefined ? undefined : readAwsPrincipal(text);
  return named?.kind === 'account' ? named.account : undefined;
}
