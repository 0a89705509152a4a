import { type AwsPrincipal, accountOfPrincipal, readAwsPrincipal } from '../../policy/awsPrincipal.js';
import { perObject } from '../../policy/memo.js';
import type { Policy, Principal, Statement } from '../../policy/model.js';
import { coversAction } from '../../policy/statementActions.js';
import { findEntry } from '../../source/sourceNode.js';

/** A principal whose text is known. */
export type KnownPrincipal = Principal & { readonly value: { readonly known: string } };

/** The users, roles and sessions that a statement names; none of a `NotPrincipal`. */
export const namedIdentities = perObject((statement: Statement) => awsPrincipals(statement, 'identity', 'session'));

/** The accounts that a statement names, by number or `root` ARN; none of a `NotPrincipal`. */
export const namedAccounts = perObject((statement: Statement) => awsPrincipals(statement, 'account'));

function awsPrincipals({ principal }: Statement, ...kinds: readonly AwsPrincipal['kind'][]): readonly KnownPrincipal[] {
  return principal === undefined || principal.negated
    ? []
    : principal.principals
        .filter(isKnown)
        .filter(({ type, value }) => type === 'AWS' && kinds.includes(readAwsPrincipal(value.known).kind));
}

function isKnown(principal: Principal): principal is KnownPrincipal {
  return principal.value.known !== undefined;
}

/** Whether some Allow names exactly this principal for an action such as `kms:CreateGrant`, or may do so. */
export function isAllowed({ statements }: Policy, principal: string, action: string): boolean {
  return statements.some(
    (statement) =>
      statement.effect === 'Allow' &&
      coversAction(statement, action) !== 'no' &&
      statement.principal?.principals.some(({ value }) => value.known === undefined || value.known === principal) ===
        true,
  );
}

/** True for the text of an action that stands for everything that can be done with a key. */
export function isEverything(text: string | undefined): boolean {
  return text !== undefined && /^(?:kms:)?\*+$/i.test(text);
}

const accountsInChargeBy = perObject((statement: Statement): readonly string[] => {
  const { effect, action, node } = statement;
  const isWide = action?.negated === false && action.values.some(({ known }) => isEverything(known));
  return effect === 'Allow' && isWide && findEntry(node, 'Condition') === undefined
    ? namedAccounts(statement).flatMap(({ value }) => accountOfPrincipal(value.known) ?? [])
    : [];
});

/** The accounts to whose IAM policies a key policy leaves everything, as every new key's does to its owner's. */
export const accountsInCharge = perObject(({ statements }: Policy): readonly string[] => [
  ...new Set(statements.flatMap(accountsInChargeBy)),
]);
