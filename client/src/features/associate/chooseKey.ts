import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../aws/ports.js';
import { keyName } from '../../platform/keyNames.js';
import type { Answer, Choice, Prompts, Question } from '../../platform/prompts.js';
import { type Fitness, keyFitness } from './keyFitness.js';

/** Keys whose state is read before the question shows; of accounts with more, the rest is checked after the choice. */
const KEYS_CHECKED_AHEAD = 200;

/** Asks for the key. Keys that can work come first, the others follow with the reason why they cannot. */
export function chooseKey(
  session: AwsSession,
  prompts: Prompts,
  place: Pick<Question, 'step' | 'totalSteps'>,
): Promise<Answer<KeySummary>> {
  const question = {
    ...place,
    title: vscode.l10n.t('Associate KMS Key: Choose the Key'),
    placeholder: vscode.l10n.t('The key that encrypts new log events'),
  };
  return prompts.pickOne(question, keyChoices(session));
}

async function keyChoices(session: AwsSession): Promise<readonly Choice<KeySummary>[]> {
  const { keys } = await session.keys.list();
  const ahead = keys.filter((key) => !key.isAwsManaged).slice(0, KEYS_CHECKED_AHEAD);
  // A key that may not be described is one line with a reason, not the end of the question.
  await Promise.allSettled(ahead.map((key) => session.keys.loadDetails(key.arn)));
  const rated = keys.map((key) => ({
    key,
    fitness: keyFitness(key, session.keys.findDetails(key.arn), session.region),
  }));
  return ['usable', 'unchecked', 'unfit'].flatMap((kind) =>
    rated.filter(({ fitness }) => fitness.kind === kind).map(({ key, fitness }) => toChoice(key, fitness)),
  );
}

function toChoice(key: KeySummary, fitness: Fitness): Choice<KeySummary> {
  const label = keyName(key);
  const id = label === key.id ? '' : key.id;
  switch (fitness.kind) {
    case 'usable':
      return { label: `$(key) ${label}`, description: id, value: key, group: vscode.l10n.t('Can be used') };
    case 'unchecked':
      return {
        label: `$(key) ${label}`,
        description: id,
        value: key,
        group: vscode.l10n.t('Checked in the next step'),
      };
    case 'unfit':
      return {
        label: `$(circle-slash) ${label}`,
        description: fitness.reason,
        value: key,
        group: vscode.l10n.t('Cannot be used for log groups'),
      };
  }
}
