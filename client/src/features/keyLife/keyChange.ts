import * as vscode from 'vscode';
import type { AwsSession, KeyDetails, KeySummary, SettingKind } from '../../aws/ports.js';
import { keyName } from '../../platform/keyNames.js';
import { isKeyNode } from '../../platform/keyNode.js';
import type { PlanResult, PlanStep } from '../../platform/plans/plan.js';
import type { Plans } from '../../platform/plans/plans.js';
import type { Choice, Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';

/** A key that is about to be changed, with what is known of it now. */
export interface ChosenKey {
  readonly session: AwsSession;
  readonly key: KeySummary;
  readonly name: string;
  readonly details: KeyDetails;
}

/** What the commands of a key's life have in common: which key, the plan, the question, the run, the report. */
export class KeyChanges {
  constructor(
    private readonly sessions: Sessions,
    readonly prompts: Prompts,
    private readonly plans: Plans,
  ) {}

  /** The key of a row, or one that is chosen; its state is read anew. `undefined` when the user dismisses. */
  async choose(node: unknown, title: string): Promise<ChosenKey | undefined> {
    const session = isKeyNode(node) ? node.session : await this.sessions.ensure();
    const key = isKeyNode(node) ? node.key : await this.#pick(session, title);
    if (key === undefined) {
      return undefined;
    }
    const details = await session.keys.loadDetails(key.arn, { fresh: true });
    return { session, key, name: keyName(key), details };
  }

  /**
   * A step that gives a setting of the key another value. `before` is what the plan is made for: the run stops when it
   * finds something else.
   */
  step(
    { session, key }: ChosenKey,
    kind: SettingKind,
    change: Pick<PlanStep, 'before' | 'after' | 'title'> &
      Partial<Omit<PlanStep, 'setting'>> & { readonly resource?: string },
  ): PlanStep {
    const { resource = key.arn, ...rest } = change;
    return {
      id: kind,
      stage: 0,
      consequences: [],
      ...rest,
      setting: { kind, account: session.identity.account, region: session.region, resource },
    };
  }

  /** Shows the plan, asks, runs it, tells what became of it. `undefined` when the user says no. */
  async confirmAndRun(
    session: AwsSession,
    title: string,
    steps: readonly PlanStep[],
    verb: string,
  ): Promise<PlanResult | undefined> {
    const consequences = steps.flatMap((step) => step.consequences);
    const detail = [
      vscode.l10n.t('Account {0}, Region {1}, as {2}', session.identity.account, session.region, session.identity.arn),
      '',
      ...steps.map((step) => `• ${step.title}`),
      ...(consequences.length === 0 ? [] : ['', ...consequences]),
      ...steps.flatMap(({ irreversible }) => irreversible ?? []),
    ].join('\n');
    if (!(await this.prompts.confirm(`${title}?`, detail, verb))) {
      return undefined;
    }
    const result = await this.plans.run(this.plans.make(session, title, steps), session);
    await this.plans.report(result);
    return result;
  }

  async #pick(session: AwsSession, title: string): Promise<KeySummary | undefined> {
    const choices = session.keys
      .list()
      .then(({ keys }): readonly Choice<KeySummary>[] =>
        keys
          .filter((key) => !key.isAwsManaged)
          .map((key) => ({ label: keyName(key), description: key.id, value: key })),
      );
    const answer = await this.prompts.pickOne({ title, placeholder: vscode.l10n.t('Choose a key') }, choices);
    return answer.kind === 'picked' ? answer.value : undefined;
  }
}
