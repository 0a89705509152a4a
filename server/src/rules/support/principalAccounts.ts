import { POLICY_CHANGE_ACTION } from '../../knowledge/keyControl.js';
import { accountOfPrincipal as accountOfText, readAwsPrincipal } from '../../policy/awsPrincipal.js';
import { select } from '../../policy/memo.js';
import type { Principal, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import { coversAction } from '../../policy/statementActions.js';
import type { RuleContext } from '../rule.js';

/** The account that a principal belongs to; undefined for services, for everyone, and where it cannot be told. */
export function accountOfPrincipal({ type, value }: Principal): string | undefined {
  if (type !== 'AWS' || value.known === undefined || hasTemplatePart(value.known)) {
    return undefined;
  }
  const account = accountOfText(value.known);
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/**
 * The account that owns a key: the configured one, else the only one whose principals may change the key policy. KMS lets
 * no other account do that (kms-facts section 15), so a policy that works names its own account there and no other.
 */
export function keyOwner(context: Pick<RuleContext, 'facts' | 'policy' | 'memo'>): string | undefined {
  const { facts } = context;
  if (facts.account !== undefined) {
    return facts.account;
  }
  const accounts = new Set<string | undefined>();
  for (const statement of select(context, mayChangePolicy)) {
    if (coversAction(statement, POLICY_CHANGE_ACTION) === 'unknown' || statement.principal?.negated !== false) {
      return undefined;
    }
    for (const principal of statement.principal.principals.filter(({ type }) => type !== 'Service')) {
      accounts.add(accountOfPrincipal(principal));
    }
  }
  return accounts.size === 1 ? [...accounts][0] : undefined;
}

/** True for an Allow of `kms:PutKeyPolicy`, or of what may be that. */
export function mayChangePolicy(statement: Statement): boolean {
  return statement.effect === 'Allow' && coversAction(statement, POLICY_CHANGE_ACTION) !== 'no';
}

/** True for an Allow whose principals are all of accounts other than the key's. */
export function isForOtherAccounts({ effect, principal }: Statement, owner: string): boolean {
  return (
    effect === 'Allow' &&
    principal?.negated === false &&
    principal.principals.length > 0 &&
    principal.principals.every((item) => {
      const account = accountOfPrincipal(item);
      return account !== undefined && account !== owner;
    })
  );
}

/**
 * The account principals that the administration of the key is left to, when every one of them is of another account than
 * the configured one and nobody of that account may change the policy. Empty when that is not certain.
 */
export function foreignAdmins(context: RuleContext): readonly Principal[] {
  const { facts } = context;
  const found: Principal[] = [];
  for (const statement of facts.account === undefined ? [] : select(context, mayChangePolicy)) {
    if (!isForOtherAccounts(statement, facts.account ?? '')) {
      return [];
    }
    found.push(
      ...(statement.principal?.principals ?? []).filter(
        ({ value }) => readAwsPrincipal(value.known ?? '').kind === 'account',
      ),
    );
  }
  return found;
}
