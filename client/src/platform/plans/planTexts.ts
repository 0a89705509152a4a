import * as vscode from 'vscode';
import { failureText } from '../failureTexts.js';
import { madeBy, type PlanResult, type StepOutcome, type StepResult } from './plan.js';

/** What became of a step, in one sentence with its next step where there is one. */
function outcomeText(outcome: StepOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return vscode.l10n.t('Done, and AWS shows it.');
    case 'alreadyThere':
      return vscode.l10n.t('It was so already; nothing was sent.');
    case 'unverified':
      return vscode.l10n.t('AWS accepted it but does not show it yet. Refresh in a minute to see it.');
    case 'conflict':
      return vscode.l10n.t('Somebody else has changed it meanwhile. Nothing was overwritten; look at it anew.');
    case 'failed':
      return vscode.l10n.t('Not done: it is as it was before. {0}', failureText(outcome.failure));
    case 'unknown':
      return vscode.l10n.t(
        'Nobody knows: AWS gave no clear answer, and it could not be read back. Sealwright looks again at the next start. {0}',
        failureText(outcome.failure),
      );
    case 'notAttempted':
      return vscode.l10n.t('Not tried: the plan ended before it.');
  }
}

/** The outcomes in the order in which a reader needs them. */
const LOUDEST_FIRST: readonly StepOutcome['kind'][] = [
  'unknown',
  'conflict',
  'failed',
  'notAttempted',
  'unverified',
  'done',
  'alreadyThere',
];

/** The whole result as Markdown, what needs attention first. */
export function reportDocument({ plan, steps }: PlanResult): string {
  const lines = LOUDEST_FIRST.flatMap((kind) => steps.filter(({ outcome }) => outcome.kind === kind)).map(stepLine);
  const head = [
    vscode.l10n.t('Account {0}, as {1}', accountsOf(steps).join(', '), plan.identity),
    vscode.l10n.t('Plan of {0}', plan.createdAt),
  ];
  return [`# ${plan.title}`, '', ...head.map((text) => `- ${text}`), '', ...lines, ''].join('\n');
}

/** One sentence for the whole result. */
export function summaryText({ plan, steps }: PlanResult): string {
  const [only] = steps;
  if (only !== undefined && steps.length === 1) {
    return `${only.step.title}: ${outcomeText(only.outcome)}`;
  }
  const good = steps.filter(({ outcome }) => outcome.kind === 'done' || outcome.kind === 'alreadyThere').length;
  return good === steps.length
    ? vscode.l10n.t('{0}: all {1} steps are done.', plan.title, steps.length)
    : vscode.l10n.t(
        '{0}: {1} of {2} steps are done. The report says what became of the others.',
        plan.title,
        good,
        steps.length,
      );
}

export function resultLevel({ steps }: PlanResult): 'info' | 'warning' | 'error' {
  const kinds = new Set(steps.map(({ outcome }) => outcome.kind));
  if (kinds.has('failed') || kinds.has('conflict') || kinds.has('unknown')) {
    return 'error';
  }
  return kinds.has('unverified') || kinds.has('notAttempted') ? 'warning' : 'info';
}

function stepLine({ step, outcome }: StepResult): string {
  return `- **${step.title}** (\`${madeBy(outcome) ?? step.setting.resource}\`, ${step.setting.region}): ${outcomeText(outcome)}`;
}

function accountsOf(steps: readonly StepResult[]): readonly string[] {
  return [...new Set(steps.map(({ step }) => step.setting.account))];
}
