import * as vscode from 'vscode';
import type { CheckOutcome, PreflightCheck } from '../../../../protocol/src/preflight.js';
import type { Answer, Choice, Prompts, Question } from '../../platform/prompts.js';
import type { GroupPreflight, Preflight } from './preflight.js';

/** What the user decides on seeing the checks. */
export type ReviewDecision = 'proceed' | 'openAmendedPolicy' | 'copyStatement' | 'checkAgain';

type ReviewValue = { readonly kind: ReviewDecision } | { readonly kind: 'check'; readonly check: PreflightCheck };

/**
 * Shows the checks and asks how to go on. A line of the list is cut off at its end, so choosing a check shows its text in
 * full; then the list comes back.
 */
export async function reviewPreflight(
  preflight: Promise<Preflight>,
  prompts: Prompts,
  place: Pick<Question, 'step' | 'totalSteps'>,
): Promise<Answer<ReviewDecision>> {
  const question = {
    ...place,
    title: vscode.l10n.t('Associate KMS Key: Check the Key Policy'),
    placeholder: vscode.l10n.t('Choose how to go on, or a check to read it in full'),
  };
  for (;;) {
    const answer = await prompts.pickOne(question, preflight.then(toChoices));
    if (answer.kind !== 'picked') {
      return answer;
    }
    if (answer.value.kind !== 'check') {
      return { kind: 'picked', value: answer.value.kind };
    }
    const { id, message, outcome } = answer.value.check;
    await prompts.tell(vscode.l10n.t('{0} ({1})', outcomeText(outcome), id), message);
  }
}

function toChoices(preflight: Preflight): readonly Choice<ReviewValue>[] {
  return [...decisionChoices(preflight), ...preflight.groups.flatMap((verdict) => checkChoices(verdict, preflight))];
}

function decisionChoices({ groups, amendedPolicy, missingStatements }: Preflight): Choice<ReviewValue>[] {
  const allowed = groups.filter(({ isOpen }) => isOpen).length;
  const group = vscode.l10n.t('What next');
  const choices: Choice<ReviewValue>[] = [];
  if (allowed > 0) {
    const detail =
      allowed === groups.length
        ? vscode.l10n.t('You see a summary before anything changes')
        : vscode.l10n.t('{0} of {1} log groups; the others are blocked or use the key already', allowed, groups.length);
    choices.push({ label: `$(link) ${vscode.l10n.t('Continue')}`, detail, value: { kind: 'proceed' }, group });
  }
  if (amendedPolicy !== undefined) {
    choices.push({
      label: `$(file-code) ${vscode.l10n.t('Open the Amended Key Policy')}`,
      detail: vscode.l10n.t('The key policy with the missing permission added, as a new document to review'),
      value: { kind: 'openAmendedPolicy' },
      group,
    });
  }
  if (missingStatements.length > 0) {
    choices.push({
      label: `$(copy) ${vscode.l10n.t('Copy the Missing Statement')}`,
      detail: vscode.l10n.t('To paste into the "Statement" of the key policy'),
      value: { kind: 'copyStatement' },
      group,
    });
  }
  choices.push({
    label: `$(refresh) ${vscode.l10n.t('Check Again')}`,
    detail: vscode.l10n.t('Reads the key and its policy anew'),
    value: { kind: 'checkAgain' },
    group,
  });
  return choices;
}

const LOUDEST_FIRST: readonly CheckOutcome[] = ['error', 'warning', 'unknown', 'info', 'ok'];

function checkChoices({ group, report }: GroupPreflight, { groups }: Preflight): Choice<ReviewValue>[] {
  const heading = groups.length === 1 ? vscode.l10n.t('Checks') : vscode.l10n.t('Checks of {0}', group.name);
  return LOUDEST_FIRST.flatMap((outcome) =>
    report.checks
      .filter((check) => check.outcome === outcome)
      .map((check) => ({
        label: `$(${outcomeIcon(outcome)}) ${outcomeText(outcome)}`,
        description: check.id,
        detail: checkMessage(check),
        value: { kind: 'check', check },
        group: heading,
      })),
  );
}

/** Icons in a check's own text would be drawn: `$(` of a policy must stay text. */
function checkMessage({ message }: PreflightCheck): string {
  return message.replaceAll('$(', '$\u200b(');
}

function outcomeIcon(outcome: CheckOutcome): string {
  switch (outcome) {
    case 'ok':
      return 'pass';
    case 'info':
      return 'info';
    case 'warning':
      return 'warning';
    case 'unknown':
      return 'question';
    case 'error':
      return 'error';
  }
}

function outcomeText(outcome: CheckOutcome): string {
  switch (outcome) {
    case 'ok':
      return vscode.l10n.t('Passed');
    case 'info':
      return vscode.l10n.t('Note');
    case 'warning':
      return vscode.l10n.t('Attention');
    case 'unknown':
      return vscode.l10n.t('Not known');
    case 'error':
      return vscode.l10n.t('Blocks');
  }
}
