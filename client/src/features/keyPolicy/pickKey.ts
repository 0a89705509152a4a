import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../aws/ports.js';
import { keyName } from '../../platform/keyNames.js';
import type { Choice, Prompts } from '../../platform/prompts.js';

/** Asks for one key of the account; `undefined` when the user dismisses the question. */
export async function pickKey(session: AwsSession, prompts: Prompts): Promise<KeySummary | undefined> {
  const choices = session.keys.list().then(({ keys }) => toChoices(keys));
  const answer = await prompts.pickOne(
    { title: vscode.l10n.t('Open Key Policy'), placeholder: vscode.l10n.t('Choose a key') },
    choices,
  );
  return answer.kind === 'picked' ? answer.value : undefined;
}

function toChoices(keys: readonly KeySummary[]): readonly Choice<KeySummary>[] {
  const groups = [
    { title: vscode.l10n.t('Customer managed keys'), keys: keys.filter((key) => !key.isAwsManaged) },
    { title: vscode.l10n.t('AWS managed keys'), keys: keys.filter((key) => key.isAwsManaged) },
  ];
  return groups.flatMap((group) =>
    group.keys.map((key) => ({ label: keyName(key), description: key.id, value: key, group: group.title })),
  );
}
