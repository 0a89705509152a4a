import * as l10n from '@vscode/l10n';
import { POLICY_CHANGE_ACTION } from '../knowledge/keyControl.js';
import { parseArn } from '../policy/arn.js';
import { type Decision, decide } from '../policy/evaluate/decide.js';
import { defineRule, type Finding, type RuleContext } from './rule.js';
import { callerContext, toRequestPrincipal } from './support/callerPrincipal.js';
import { accountStatementFix, readKeyAdmins } from './support/keyAdmins.js';
import { ownerAccount } from './support/owner.js';
import { foreignAdmins } from './support/principalAccounts.js';
import { findSelfLockout } from './support/selfLockout.js';

/**
 * KMS refuses a policy that leaves its caller without `kms:PutKeyPolicy`; for a break-glass principal nobody checks until
 * it is needed. An IAM policy enabled by the statement for the account counts as permission (kms-facts section 4).
 */
export const lockoutCaller = defineRule({
  id: 'lockout-caller',
  defaultLevel: 'warning',
  tags: ['lockout'],
  kinds: ['key-policy'],
  catalogue: ['lockout-caller'],
  fixable: 'sometimes',

  *check(context) {
    const { facts, policy } = context;
    const admins = readKeyAdmins(context);
    // Of a policy that leaves nobody, or somebody else's account, other rules speak.
    const isAboutCaller = admins !== undefined && (admins.hasAccount || admins.identities.length > 0);
    if (!isAboutCaller || foreignAdmins(context).length > 0 || !policy.statements.every(isForEveryKey)) {
      return;
    }
    for (const [arn, isCaller] of [
      ...(facts.caller === undefined ? [] : [[facts.caller, true] as const]),
      ...(facts.breakGlass ?? []).map((text) => [text, false] as const),
    ]) {
      const decision = decideFor(context, arn);
      const finding = decision === undefined ? undefined : toFinding(context, arn, isCaller, decision);
      if (finding !== undefined) {
        yield finding;
      }
    }
  },
});

/** A key's own ARN as resource is another rule's to report, and may be right. */
function isForEveryKey({ resource }: RuleContext['policy']['statements'][number]): boolean {
  return resource?.negated === false && resource.values.every(({ known }) => known === '*');
}

function decideFor({ policy, facts }: RuleContext, arn: string): Decision | undefined {
  const principal = toRequestPrincipal(policy, arn);
  return principal === undefined
    ? undefined
    : decide(policy, {
        principal,
        action: POLICY_CHANGE_ACTION,
        resource: '*',
        context: callerContext(principal, facts),
      });
}

function toFinding(context: RuleContext, arn: string, isCaller: boolean, decision: Decision): Finding | undefined {
  const [deny] = decision.because;
  if (decision.outcome === 'explicitDeny' && deny !== undefined) {
    const { statement } = deny;
    if (statement.action === undefined || findSelfLockout(context, statement) !== undefined) {
      return undefined; // lockout-deny-self
    }
    return {
      span: statement.action.entry.key.span,
      message: l10n.t(
        'Locked out: this Deny keeps "{0}" from "{1}", and an explicit Deny wins over every Allow.',
        arn,
        POLICY_CHANGE_ACTION,
      ),
    };
  }
  const { statementEntry } = context.policy;
  if (decision.outcome !== 'implicitDeny' || statementEntry === undefined) {
    return undefined;
  }
  const isOwn = parseArn(arn)?.account === ownerAccount(context);
  return {
    span: statementEntry.key.span,
    message: isCaller
      ? l10n.t(
          'Locked out: "{0}" applies the policy and may not call "{1}" afterwards, so KMS refuses it.',
          arn,
          POLICY_CHANGE_ACTION,
        )
      : l10n.t('Locked out: no statement lets the break-glass principal "{0}" call "{1}".', arn, POLICY_CHANGE_ACTION),
    fixes: isOwn ? accountStatementFix(context) : [],
  };
}
