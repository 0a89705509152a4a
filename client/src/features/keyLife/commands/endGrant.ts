import * as vscode from 'vscode';
import type { GrantSummary } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import type { Choice } from '../../../platform/prompts.js';
import { grantSentence, grantValue } from '../grantTexts.js';
import type { ChosenKey, KeyChanges } from '../keyChange.js';

type Ending = 'revoke' | 'retire';

/** The grants of a key, each told as a sentence, and the ways to end one. */
export class ShowKeyGrantsCommand implements Command {
  readonly id = 'sealwright.showKeyGrants';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Grants');
    const chosen = await this.changes.choose(node, title);
    const grant = chosen === undefined ? undefined : await pickGrant(chosen, this.changes, title);
    if (chosen === undefined || grant === undefined) {
      return;
    }
    const choices: readonly Choice<Ending>[] = [
      {
        label: `$(close) ${vscode.l10n.t('Revoke Grant')}`,
        detail: vscode.l10n.t('For administrators of the key; needs kms:RevokeGrant'),
        value: 'revoke',
      },
      {
        label: `$(check) ${vscode.l10n.t('Retire Grant')}`,
        detail: vscode.l10n.t('For who was given the right to, when the work is done; needs no permission on the key'),
        value: 'retire',
      },
    ];
    const question = { title, placeholder: grantSentence(grant) };
    const answer = await this.changes.prompts.pickOne(question, Promise.resolve(choices));
    if (answer.kind === 'picked') {
      await endGrant(chosen, grant, answer.value, this.changes);
    }
  }
}

/** Ends a grant that is chosen from those of the key. */
export class RevokeGrantCommand implements Command {
  readonly id = 'sealwright.revokeGrant';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Revoke Grant');
    const chosen = await this.changes.choose(node, title);
    const grant = chosen === undefined ? undefined : await pickGrant(chosen, this.changes, title);
    if (chosen !== undefined && grant !== undefined) {
      await endGrant(chosen, grant, 'revoke', this.changes);
    }
  }
}

async function endGrant(chosen: ChosenKey, grant: GrantSummary, ending: Ending, changes: KeyChanges): Promise<void> {
  const name = grant.name ?? grant.id.slice(0, 12);
  const isRevoked = ending === 'revoke';
  const words = isRevoked
    ? vscode.l10n.t('Revoke the grant "{0}" of the key "{1}"', name, chosen.name)
    : vscode.l10n.t('Retire the grant "{0}" of the key "{1}"', name, chosen.name);
  const step = changes.step(chosen, isRevoked ? 'kms.grant' : 'kms.grantToRetire', {
    before: grantValue(grant),
    after: null,
    title: words,
    resource: `${chosen.key.arn}#${grant.name ?? `id:${grant.id}`}`,
    consequences: [
      grantSentence(grant),
      vscode.l10n.t(
        'Whoever holds it loses this access within five minutes. Grants that services made belong to their resources: revoking one may break them.',
      ),
    ],
    ...(grant.name === undefined && {
      irreversible: vscode.l10n.t('A grant without a name cannot be put back as it was.'),
    }),
  });
  const verb = isRevoked ? vscode.l10n.t('Revoke') : vscode.l10n.t('Retire');
  await changes.confirmAndRun(chosen.session, words, [step], verb);
}

async function pickGrant(
  { session, key, name }: ChosenKey,
  changes: KeyChanges,
  title: string,
): Promise<GrantSummary | undefined> {
  const grants = await session.keys.loadGrants(key.arn);
  if (grants.length === 0) {
    throw new UserError(vscode.l10n.t('The key "{0}" has no grants.', name));
  }
  const choices: readonly Choice<GrantSummary>[] = grants.map((grant) => ({
    label: grant.name ?? vscode.l10n.t('without a name'),
    description: grant.grantee,
    detail: grantSentence(grant),
    value: grant,
  }));
  const answer = await changes.prompts.pickOne(
    { title, placeholder: vscode.l10n.t('Choose a grant') },
    Promise.resolve(choices),
  );
  return answer.kind === 'picked' ? answer.value : undefined;
}
