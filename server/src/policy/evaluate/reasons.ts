import * as l10n from '@vscode/l10n';
import { statementName } from '../statementName.js';
import type { GrantOutcome } from './evaluateGrants.js';
import type { AppliedStatement } from './evaluatePolicies.js';
import type { DecisionSource, Reason } from './simulation.js';
import type { Tri } from './tri.js';

type Outcome = Reason['outcome'];

/**
 * A step of the proof that a statement takes. Text and conditions are made when they are asked for: most verdicts are
 * only counted.
 */
export function statementReason(source: DecisionSource, applied: AppliedStatement, action: string): Reason {
  const { policy, compiled, effect, outcome } = applied;
  const { statement } = compiled;
  return {
    source,
    outcome: outcome === 'unknown' ? 'unknown' : effect === 'Allow' ? 'allows' : 'denies',
    policyName: policy.name,
    statement,
    span: statement.span,
    get text() {
      const name = statementName(statement);
      if (effect === 'Allow') {
        return outcome === 'yes'
          ? l10n.t('The statement {0} of the {1} allows "{2}".', name, policy.name, action)
          : l10n.t('Whether the statement {0} of the {1} allows "{2}" is not known.', name, policy.name, action);
      }
      return outcome === 'yes'
        ? l10n.t('The statement {0} of the {1} denies "{2}".', name, policy.name, action)
        : l10n.t('Whether the statement {0} of the {1} denies "{2}" is not known.', name, policy.name, action);
    },
    get conditions() {
      return conditionsOf(applied);
    },
  };
}

function conditionsOf({ compiled, context }: AppliedStatement): NonNullable<Reason['conditions']> {
  return compiled.conditions.map(({ condition, matches }) => ({
    span: condition.keyEntry.span,
    operator: condition.operator.known ?? '',
    key: condition.key.known ?? '',
    outcome: CONDITION_OUTCOMES[matches(context)],
  }));
}

const CONDITION_OUTCOMES = { yes: 'met', no: 'notMet', unknown: 'unknown' } as const satisfies Record<Tri, string>;

export function grantReason({ grant, outcome }: GrantOutcome, action: string): Reason {
  const { grantId, granteePrincipal } = grant;
  return {
    source: 'grants',
    outcome: outcome === 'yes' ? 'allows' : 'unknown',
    ...(grantId !== undefined && { policyName: grantId }),
    get text() {
      return outcome === 'yes'
        ? l10n.t('A grant lets "{0}" do "{1}".', granteePrincipal, action)
        : l10n.t('Whether a grant lets "{0}" do "{1}" is not known.', granteePrincipal, action);
    },
  };
}

/** A step that no single statement takes. */
export function plainReason(source: DecisionSource, outcome: Outcome, describe: () => string): Reason {
  return {
    source,
    outcome,
    get text() {
      return describe();
    },
  };
}

/** A kind of policies as a sentence names it. */
export function sourceName(source: DecisionSource): string {
  switch (source) {
    case 'keyPolicy':
      return l10n.t('key policy');
    case 'identityPolicies':
      return l10n.t('identity policies');
    case 'boundary':
      return l10n.t('permissions boundary');
    case 'sessionPolicies':
      return l10n.t('session policies');
    case 'scps':
      return l10n.t('service control policies');
    case 'rcps':
      return l10n.t('resource control policies');
    case 'endpointPolicy':
      return l10n.t('VPC endpoint policy');
    case 'grants':
      return l10n.t('grants');
    case 'key':
      return l10n.t('key');
    case 'account':
      return l10n.t('account');
  }
}
