import * as vscode from 'vscode';
import type { AwsSession } from '../../aws/ports.js';
import { logError, showMessage } from '../../platform/commands.js';
import type { Logger } from '../../platform/logger.js';
import { isComplete } from '../../platform/plans/plan.js';
import { isOpen, type PlanRecord } from '../../platform/plans/planJournal.js';
import type { Plans } from '../../platform/plans/plans.js';
import { reportDocument, resultLevel, summaryText } from '../../platform/plans/planTexts.js';
import type { Sessions } from '../../platform/sessions.js';

/**
 * After a crash: as soon as somebody is signed in with the identity of a plan that was cut short, looks what became of
 * its steps and says so, with the ways on. Nothing is written without being asked for.
 */
export function watchOpenPlans(sessions: Sessions, plans: Plans, logger: Logger): vscode.Disposable {
  const looked = new Set<string>();
  const look = async (session: AwsSession) => {
    for (const record of await plans.history()) {
      const { id, identity } = record.plan;
      if (isOpen(record) && identity === session.identity.arn && isHere(record, session) && !looked.has(id)) {
        looked.add(id);
        await tell(record, session, plans);
      }
    }
  };
  return sessions.onDidChange((state) => {
    if (state.kind === 'ready') {
      look(state.session).catch((error: unknown) => logError(error, 'open plans', logger));
    }
  });
}

function isHere({ plan }: PlanRecord, session: AwsSession): boolean {
  return plan.steps.every(({ setting }) => setting.account === session.identity.account);
}

async function tell(record: PlanRecord, session: AwsSession, plans: Plans): Promise<void> {
  const result = await plans.reconcile(record, session);
  const { id } = record.plan;
  const text = vscode.l10n.t('The editor ended in the middle of a change. {0}', summaryText(result));
  await showMessage(resultLevel(result), text, [
    { title: vscode.l10n.t('Show Report'), command: 'sealwright.showReport', arguments: [reportDocument(result)] },
    ...(isComplete(result)
      ? []
      : [{ title: vscode.l10n.t('Go On'), command: 'sealwright.resumePlan', arguments: [id] }]),
    { title: vscode.l10n.t('Undo'), command: 'sealwright.undoPlan', arguments: [id] },
  ]);
}
