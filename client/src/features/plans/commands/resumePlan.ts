import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import type { Plans } from '../../../platform/plans/plans.js';
import type { Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';

/** Goes on with a plan that was cut short; only the message that tells of it runs this. */
export class ResumePlanCommand implements Command {
  readonly id = 'sealwright.resumePlan';

  constructor(
    private readonly sessions: Sessions,
    private readonly prompts: Prompts,
    private readonly plans: Plans,
  ) {}

  async execute(planId?: unknown): Promise<void> {
    const session = await this.sessions.ensure();
    const record = (await this.plans.history()).find(({ plan }) => plan.id === planId);
    if (record === undefined) {
      return;
    }
    const left = record.plan.steps.filter(({ id }) => {
      const step = record.steps.get(id);
      return step?.state !== 'settled' || step.outcome.kind !== 'done';
    });
    const detail = [
      vscode.l10n.t('Account {0}, Region {1}, as {2}', session.identity.account, session.region, session.identity.arn),
      '',
      ...left.map(({ title }) => `• ${title}`),
    ].join('\n');
    const question = vscode.l10n.t('Go on: {0}?', record.plan.title);
    if (await this.prompts.confirm(question, detail, vscode.l10n.t('Go On'))) {
      await this.plans.report(await this.plans.resume(record, session));
    }
  }
}
