import * as l10n from '@vscode/l10n';
import type { PreflightCheck } from '../../../protocol/src/preflight.js';
import { type Decision, decide, type StatementMatch } from '../policy/evaluate/decide.js';
import type { AccessRequest } from '../policy/evaluate/request.js';
import type { Policy } from '../policy/model.js';
import { statementName } from '../policy/statementName.js';

/** What a service asks of a key: who it is, what it sends, and the actions it cannot do without. */
export interface ServiceUse {
  readonly principal: string;
  readonly resource: string;
  readonly context: AccessRequest['context'];
  readonly actions: readonly string[];
  /** What the service sends as its encryption context or source, for messages. */
  readonly sends: string;
}

/**
 * Evaluates a key policy for a service's calls and says, for the first thing that fails, what it is: a Deny, a missing
 * or misspelt principal, missing actions, or a condition that does not match what the service sends (recipes, section
 * 4.1, POL-*).
 */
export function checkPolicy(policy: Policy, use: ServiceUse): PreflightCheck {
  const decisions = use.actions.map((action) => ({ action, decision: decideFor(policy, use, action) }));
  const denied = decisions.find(({ decision }) => decision.outcome === 'explicitDeny');
  if (denied !== undefined) {
    return denial(denied.action, denied.decision, use);
  }
  const refused = decisions.filter(({ decision }) => decision.outcome === 'implicitDeny');
  if (refused.length > 0) {
    return explainRefusal(refused, use, decisions.length);
  }
  const open = decisions.find(({ decision }) => decision.outcome === 'unknown');
  if (open !== undefined) {
    return uncertain(open.decision, use);
  }
  return {
    id: 'POL-ALLOWED',
    outcome: 'ok',
    message: l10n.t('The key policy lets "{0}" use the key for this log group.', use.principal),
  };
}

/** True when nothing in the policy permits the use: the statement that would is worth offering. */
export function lacksPermission(policy: Policy, use: ServiceUse): boolean {
  return use.actions.some((action) => decideFor(policy, use, action).outcome === 'implicitDeny');
}

function decideFor(policy: Policy, use: ServiceUse, action: string): Decision {
  return decide(policy, {
    principal: { kind: 'service', name: use.principal },
    action,
    resource: use.resource,
    context: use.context,
  });
}

function denial(action: string, decision: Decision, use: ServiceUse): PreflightCheck {
  return {
    id: 'POL-DENY',
    outcome: 'error',
    message: l10n.t(
      'The statement {0} of the key policy denies "{1}" to "{2}". Exempt service principals, for example with aws:PrincipalIsAWSService.',
      nameOf(decision.because[0]),
      action,
      use.principal,
    ),
  };
}

function explainRefusal(
  refused: readonly { readonly action: string; readonly decision: Decision }[],
  use: ServiceUse,
  wanted: number,
): PreflightCheck {
  const allows = refused.flatMap(({ decision }) =>
    decision.matches.filter(({ statement, principal }) => statement.effect === 'Allow' && principal !== 'no'),
  );
  if (allows.length === 0) {
    return principalMissing(refused[0]?.decision, use);
  }
  const unmet = allows.find((match) => match.action !== 'no' && match.openConditions.length > 0);
  if (unmet !== undefined) {
    return conditionUnmet(unmet, use);
  }
  return {
    id: 'POL-ACTIONS',
    outcome: 'error',
    message: l10n.t(
      'The key policy lets "{0}" do only part of what it needs ({1} of {2} actions are missing): add {3}.',
      use.principal,
      refused.length,
      wanted,
      refused.map(({ action }) => action).join(', '),
    ),
  };
}

function principalMissing(decision: Decision | undefined, use: ServiceUse): PreflightCheck {
  const sibling = decision?.matches
    .flatMap(({ statement }) => statement.principal?.principals ?? [])
    .map(({ value }) => value.known)
    .find((name) => name !== undefined && /^logs\..*amazonaws\.com/.test(name));
  return sibling === undefined
    ? {
        id: 'POL-PRINCIPAL',
        outcome: 'error',
        message: l10n.t('The key policy does not let "{0}" use the key. Add a statement for it.', use.principal),
      }
    : {
        id: 'POL-REGION',
        outcome: 'error',
        message: l10n.t(
          'The key policy allows "{0}", but this log group is served by "{1}". Name that principal.',
          sibling,
          use.principal,
        ),
      };
}

function conditionUnmet(match: StatementMatch, use: ServiceUse): PreflightCheck {
  const condition = match.openConditions.find(({ outcome }) => outcome === 'no')?.condition;
  const values = condition?.values.map((value) => value.known ?? '?') ?? [];
  const hint = values.some((value) => /:log-group:[^:*]+:\*$/.test(value))
    ? ` ${l10n.t('CloudWatch Logs sends the ARN without ":*" at its end.')}`
    : '';
  return {
    id: 'POL-CONDITION',
    outcome: 'error',
    message:
      l10n.t(
        'The condition {0} "{1}" of the statement {2} wants "{3}", and CloudWatch Logs sends "{4}".',
        condition?.operator.known ?? '',
        condition?.key.known ?? '',
        nameOf(match),
        values.join('", "'),
        use.sends,
      ) + hint,
  };
}

function uncertain(decision: Decision, use: ServiceUse): PreflightCheck {
  const [match] = decision.because;
  const key = match?.openConditions.find(({ outcome }) => outcome === 'unknown')?.condition.key.known;
  return {
    id: 'POL-CONDITION',
    outcome: 'unknown',
    message:
      key === undefined
        ? l10n.t('Whether the key policy lets "{0}" use the key cannot be told from here.', use.principal)
        : l10n.t(
            'Whether the statement {0} applies depends on "{1}", and AWS does not document what CloudWatch Logs sends for it.',
            nameOf(match),
            key,
          ),
  };
}

function nameOf(match: StatementMatch | undefined): string {
  return match === undefined ? '' : statementName(match.statement);
}
