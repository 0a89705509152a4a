import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import type { Choice, Prompts } from '../../../platform/prompts.js';
import { REGIONS } from '../../../platform/regions.js';
import type { SessionState, Sessions } from '../../../platform/sessions.js';
import type { SessionChoiceStore } from '../sessionChoice.js';

/** Asks for a Region and signs in there. */
export class SwitchRegionCommand implements Command {
  readonly id = 'sealwright.switchRegion';

  constructor(
    private readonly sessions: Sessions,
    private readonly store: SessionChoiceStore,
    private readonly prompts: Prompts,
  ) {}

  async execute(): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      await this.sessions.ensure(); // rejects with the way out
    }
    const answer = await this.prompts.pickOne(
      {
        title: vscode.l10n.t('Switch AWS Region'),
        placeholder: vscode.l10n.t('Choose the Region whose keys and log groups to show'),
      },
      Promise.resolve(regionChoices(currentRegion(this.sessions.state))),
    );
    if (answer.kind !== 'picked') {
      return;
    }
    const region = answer.value === OTHER_REGION ? await askRegion() : answer.value;
    if (region === undefined) {
      return;
    }
    await this.store.chooseRegion(region);
    await this.sessions.reconnect(this.store.read());
  }
}

const OTHER_REGION = 'other';

function regionChoices(current: string | undefined): readonly Choice<string>[] {
  const listed = REGIONS.map(({ id, name }) => ({
    label: id,
    description: id === current ? vscode.l10n.t('{0} · current', name) : name,
    value: id,
  }));
  const other = { label: vscode.l10n.t('Another Region...'), value: OTHER_REGION };
  return [...listed, other];
}

/** The code of a Region that our list lacks: a new one, or one of an isolated partition. */
async function askRegion(): Promise<string | undefined> {
  const region = await vscode.window.showInputBox({
    title: vscode.l10n.t('Switch AWS Region'),
    prompt: vscode.l10n.t('The code of the Region, for example "us-iso-east-1"'),
    validateInput: (text) =>
      /^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(text.trim())
        ? undefined
        : vscode.l10n.t('A Region code looks like "ap-northeast-2".'),
  });
  return region?.trim();
}

function currentRegion(state: SessionState): string | undefined {
  switch (state.kind) {
    case 'none':
      return undefined;
    case 'ready':
      return state.session.region;
    case 'loading':
    case 'failed':
      return state.choice.region;
  }
}
