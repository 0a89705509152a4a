import * as vscode from 'vscode';
import type { AwsSession } from '../../aws/ports.js';
import { showMessage } from '../commands.js';
import { failureError, UserError } from '../errors.js';
import type { Logger } from '../logger.js';
import type { MessageAction } from '../messageAction.js';
import type { Sessions } from '../sessions.js';
import { isComplete, type Plan, type PlanResult, type PlanStep, undoPlan } from './plan.js';
import type { PlanJournal, PlanRecord } from './planJournal.js';
import { reportDocument, resultLevel, summaryText } from './planTexts.js';
import { type RunOptions, reconcilePlan, resumePlan, runPlan } from './runPlan.js';
import { inEveryRegion } from './setting.js';

export interface PlansOptions {
  readonly sessions: Sessions;
  readonly journal: PlanJournal;
  readonly logger: Logger;
  readonly delay: (ms: number) => Promise<void>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Runs plans as the identity that they were made for, tells what became of them, and takes them back. */
export class Plans implements vscode.Disposable {
  readonly #ran = new vscode.EventEmitter<PlanResult>();
  /** Fires after each run, however it ended: what a view shows may be out of date. */
  readonly onDidRun = this.#ran.event;

  constructor(private readonly options: PlansOptions) {}

  /** A plan of now, for the identity of a session. Steps are sorted by stage. */
  make(session: AwsSession, title: string, steps: readonly PlanStep[]): Plan {
    return {
      id: this.options.newId(),
      title,
      createdAt: this.options.now().toISOString(),
      identity: session.identity.arn,
      steps: steps.toSorted((a, b) => a.stage - b.stage),
    };
  }

  /** Runs a confirmed plan, with progress that can be cancelled between two steps. */
  run(plan: Plan, session: AwsSession): Promise<PlanResult> {
    return this.#withProgress(plan, session, (options) => runPlan(plan, options));
  }

  /** Goes on with a plan that was cut short. */
  resume(record: PlanRecord, session: AwsSession): Promise<PlanResult> {
    return this.#withProgress(record.plan, session, (options) => resumePlan(record, options));
  }

  /** Looks what became of a plan that was cut short; writes nothing to AWS. */
  reconcile(record: PlanRecord, session: AwsSession): Promise<PlanResult> {
    return reconcilePlan(
      record,
      this.#runOptions(session, () => false),
    );
  }

  /** Newest first. */
  history(): Promise<readonly PlanRecord[]> {
    return this.options.journal.list();
  }

  /** The plan that takes a run back; undefined when nothing of it can be. */
  undoOf(result: PlanResult): Plan | undefined {
    return undoPlan(
      result,
      {
        title: vscode.l10n.t('Undo: {0}', result.plan.title),
        stepTitle: ({ title, undoTitle }) => undoTitle ?? vscode.l10n.t('Take back: {0}', title),
      },
      { id: this.options.newId(), createdAt: this.options.now().toISOString() },
    );
  }

  /** Tells what became of a plan; nothing that is half done goes unsaid. */
  async report(result: PlanResult): Promise<void> {
    const showReport: MessageAction = {
      title: vscode.l10n.t('Show Report'),
      command: 'sealwright.showReport',
      arguments: [reportDocument(result)],
    };
    const undo: MessageAction = {
      title: vscode.l10n.t('Undo'),
      command: 'sealwright.undoPlan',
      arguments: [result.plan.id],
    };
    const canUndo = this.undoOf(result) !== undefined && result.plan.undoes === undefined;
    await showMessage(resultLevel(result), summaryText(result), [showReport, ...(canUndo ? [undo] : [])]);
  }

  dispose(): void {
    this.#ran.dispose();
  }

  async #withProgress(
    plan: Plan,
    session: AwsSession,
    work: (options: RunOptions) => Promise<PlanResult>,
  ): Promise<PlanResult> {
    this.#requireIdentity(plan, session);
    const count = plan.steps.length;
    const options = { location: vscode.ProgressLocation.Notification, title: plan.title, cancellable: true };
    const result = await vscode.window.withProgress(options, (progress, token) => {
      let started = 0;
      return work({
        ...this.#runOptions(session, () => !token.isCancellationRequested && this.#isCurrent(session)),
        onProgress: ({ title }) => {
          started += 1;
          progress.report({
            message: vscode.l10n.t('{0} of {1}: {2}', started, count, title),
            increment: 100 / count,
          });
        },
      });
    });
    this.options.logger.info(`plan ${plan.id}: ${outcomeCounts(result)}`);
    this.#reportExpiry(result, session);
    session.keys.refresh();
    session.logGroups.refresh();
    this.#ran.fire(result);
    return result;
  }

  #runOptions(session: AwsSession, mayContinue: () => boolean): RunOptions {
    const { journal, delay, now } = this.options;
    return { settings: inEveryRegion(session), journal, delay, now: () => now().toISOString(), mayContinue };
  }

  #requireIdentity(plan: Plan, session: AwsSession): void {
    if (plan.identity !== session.identity.arn || !this.#isCurrent(session)) {
      throw new UserError(
        vscode.l10n.t(
          'This plan was made for "{0}", and Sealwright is signed in as somebody else now. Nothing was changed. Switch the profile back, or make the plan again.',
          plan.identity,
        ),
      );
    }
  }

  /** An expired sign-in ends the session for everybody, once. */
  #reportExpiry({ steps }: PlanResult, session: AwsSession): void {
    for (const { outcome } of steps) {
      if (outcome.kind === 'failed' || outcome.kind === 'unknown') {
        this.options.sessions.reportFailure(session, failureError(outcome.failure));
      }
    }
  }

  #isCurrent(session: AwsSession): boolean {
    const { state } = this.options.sessions;
    return state.kind === 'ready' && state.session === session;
  }
}

/** For the log: kinds and counts, no names. */
function outcomeCounts(result: PlanResult): string {
  const counts = new Map<string, number>();
  for (const { outcome } of result.steps) {
    counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
  }
  const text = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
  return isComplete(result) ? `complete, ${text}` : text;
}
