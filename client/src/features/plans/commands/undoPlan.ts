import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import type { PlanResult } from '../../../platform/plans/plan.js';
import { isComplete } from '../../../platform/plans/plan.js';
import type { PlanRecord } from '../../../platform/plans/planJournal.js';
import type { Plans } from '../../../platform/plans/plans.js';
import type { Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import { formatTime } from '../../../platform/treeItems.js';
import { toResult } from '../recordResult.js';

/** Takes a plan back: the one that a message names, or one that is chosen from those of this account. */
export class UndoPlanCommand implements Command {
  readonly id = 'sealwright.undoPlan';

  constructor(
    private readonly sessions: Sessions,
    private readonly prompts: Prompts,
    private readonly plans: Plans,
  ) {}

  async execute(planId?: unknown): Promise<void> {
    const session = await this.sessions.ensure();
    const candidates = (await this.plans.history()).filter(
      ({ plan }) => plan.undoes === undefined && plan.identity === session.identity.arn,
    );
    const record =
      typeof planId === 'string' ? candidates.find(({ plan }) => plan.id === planId) : await this.#choose(candidates);
    if (record === undefined) {
      return;
    }
    const undo = this.plans.undoOf(toResult(record));
    if (undo === undefined) {
      throw new UserError(vscode.l10n.t('Nothing of "{0}" can be taken back.', record.plan.title));
    }
    const detail = [
      vscode.l10n.t('Account {0}, Region {1}, as {2}', session.identity.account, session.region, session.identity.arn),
      '',
      ...undo.steps.map(({ title }) => `• ${title}`),
      '',
      vscode.l10n.t('What somebody else has changed since is left alone.'),
    ].join('\n');
    if (await this.prompts.confirm(vscode.l10n.t('Undo: {0}?', record.plan.title), detail, vscode.l10n.t('Undo'))) {
      await this.plans.report(await this.plans.run(undo, session));
    }
  }

  async #choose(records: readonly PlanRecord[]): Promise<PlanRecord | undefined> {
    const choices = records
      .filter((record) => this.plans.undoOf(toResult(record)) !== undefined)
      .map((record) => ({
        label: record.plan.title,
        description: formatTime(new Date(record.plan.createdAt)),
        detail: stateText(toResult(record)),
        value: record,
      }));
    if (choices.length === 0) {
      throw new UserError(vscode.l10n.t('Sealwright has made no change with this identity that could be taken back.'));
    }
    const answer = await this.prompts.pickOne(
      { title: vscode.l10n.t('Undo a Change'), placeholder: vscode.l10n.t('Choose the change to take back') },
      Promise.resolve(choices),
    );
    return answer.kind === 'picked' ? answer.value : undefined;
  }
}

function stateText(result: PlanResult): string {
  return isComplete(result)
    ? vscode.l10n.t('All steps were done')
    : vscode.l10n.t('Some steps were not done, or nobody knows');
}
