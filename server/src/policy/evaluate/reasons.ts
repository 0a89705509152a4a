import * as l10n from '@vscode/l10n';
import type { Span } from '../../source/span.js';
import type { Statement } from '../model.js';
import { statementName } from '../statementName.js';
import type { GrantOutcome } from './evaluateGrants.js';
import type { AppliedStatement } from './evaluatePolicies.js';
import type { DecisionSource, Reason } from './simulation.js';
import type { Tri } from './tri.js';

type Outcome = Reason['outcome'];

/**
 * A step of the proof that a statement takes. Text and conditions are made when they are asked for: most verdicts are
 * only counted. (A class, since V8 keeps an object literal with getters, and all that it refers to, until its next full
 * garbage collection.)
 */
class StatementReason implements Reason {
  readonly source: DecisionSource;
  readonly outcome: Outcome;
  readonly policyName: string;
  readonly statement: Statement;
  readonly span: Span;
  private readonly applied: AppliedStatement;
  private readonly action: string;

  constructor(source: DecisionSource, applied: AppliedStatement, action: string) {
    this.source = source;
    this.outcome = outcomeOf(applied);
    this.policyName = applied.policy.name;
    this.statement = applied.compiled.statement;
    this.span = this.statement.span;
    this.applied = applied;
    this.action = action;
  }

  get text(): string {
    const { effect, outcome } = this.applied;
    const name = statementName(this.statement);
    if (outcome === 'no') {
      return l10n.t(
        'The statement {0} of the {1} would allow "{2}", but not all of its conditions are met.',
        name,
        this.policyName,
        this.action,
      );
    }
    if (effect === 'Allow') {
      return outcome === 'yes'
        ? l10n.t('The statement {0} of the {1} allows "{2}".', name, this.policyName, this.action)
        : l10n.t('Whether the statement {0} of the {1} allows "{2}" is not known.', name, this.policyName, this.action);
    }
    return outcome === 'yes'
      ? l10n.t('The statement {0} of the {1} denies "{2}".', name, this.policyName, this.action)
      : l10n.t('Whether the statement {0} of the {1} denies "{2}" is not known.', name, this.policyName, this.action);
  }

  get conditions(): NonNullable<Reason['conditions']> {
    return conditionsOf(this.applied);
  }
}

function outcomeOf({ effect, outcome }: AppliedStatement): Outcome {
  if (outcome === 'yes') {
    return effect === 'Allow' ? 'allows' : 'denies';
  }
  return outcome === 'no' ? 'silent' : 'unknown';
}

/** A step that no single statement takes. */
class PlainReason implements Reason {
  readonly source: DecisionSource;
  readonly outcome: Outcome;
  private readonly describe: () => string;

  constructor(source: DecisionSource, outcome: Outcome, describe: () => string) {
    this.source = source;
    this.outcome = outcome;
    this.describe = describe;
  }

  get text(): string {
    return this.describe();
  }
}

export function statementReason(source: DecisionSource, applied: AppliedStatement, action: string): Reason {
  return new StatementReason(source, applied, action);
}

export function plainReason(source: DecisionSource, outcome: Outcome, describe: () => string): Reason {
  return new PlainReason(source, outcome, describe);
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

export function grantReason({ grant: { granteePrincipal }, outcome }: GrantOutcome, action: string): Reason {
  return outcome === 'yes'
    ? plainReason('grants', 'allows', () => l10n.t('A grant lets "{0}" do "{1}".', granteePrincipal, action))
    : plainReason('grants', 'unknown', () =>
        l10n.t('Whether a grant lets "{0}" do "{1}" is not known.', granteePrincipal, action),
      );
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
