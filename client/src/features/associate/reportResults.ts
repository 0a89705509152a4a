import * as vscode from 'vscode';
import { showMessage } from '../../platform/commands.js';
import { failureLogLine } from '../../platform/failureLog.js';
import type { Logger } from '../../platform/logger.js';
import type { MessageAction } from '../../platform/messageAction.js';
import type { GroupOutcome, GroupResult } from './applyToLogGroups.js';
import { adviseFailure } from './failureAdvice.js';

/** How a change speaks of itself. */
interface ChangeTexts {
  /** The change has happened and can be seen, e.g. "The log group "x" now uses the key "y"." */
  readonly done: (groupName: string) => string;
  /** All of several are done. */
  readonly allDone: (count: number) => string;
  /** Heading of the report document. */
  readonly heading: string;
}

export interface ReportOptions {
  readonly texts: ChangeTexts;
  readonly region: string;
  readonly logger: Logger;
}

/** Tells what became of every group: nothing that is half done goes unsaid. */
export async function reportResults(results: readonly GroupResult[], options: ReportOptions): Promise<void> {
  logResults(results, options.logger);
  const showLog = { title: vscode.l10n.t('Show Log'), command: 'sealwright.showLog' };
  const [only] = results;
  if (only !== undefined && results.length === 1) {
    await showMessage(level(results), resultText(only, options), only.outcome.kind === 'failed' ? [showLog] : []);
    return;
  }
  if (results.every(({ outcome }) => outcome.kind === 'verified')) {
    await showMessage('info', options.texts.allDone(results.length), []);
    return;
  }
  const report: MessageAction = {
    title: vscode.l10n.t('Show Report'),
    command: 'sealwright.showReport',
    arguments: [reportDocument(results, options)],
  };
  await showMessage(level(results), summary(results), [report, showLog]);
}

function summary(results: readonly GroupResult[]): string {
  const count = (kind: GroupOutcome['kind']) => results.filter(({ outcome }) => outcome.kind === kind).length;
  return vscode.l10n.t(
    'Of {0} log groups: {1} changed, {2} accepted but not visible yet, {3} failed, {4} not attempted. The report says which.',
    results.length,
    count('verified'),
    count('unverified'),
    count('failed'),
    count('notAttempted'),
  );
}

/** One Markdown line for each group, failures first. */
function reportDocument(results: readonly GroupResult[], options: ReportOptions): string {
  const order: readonly GroupOutcome['kind'][] = ['failed', 'notAttempted', 'unverified', 'verified'];
  const lines = order.flatMap((kind) =>
    results
      .filter(({ outcome }) => outcome.kind === kind)
      .map((result) => `- \`${result.group.name}\`: ${resultText(result, options)}`),
  );
  return [`# ${options.texts.heading}`, '', ...lines, ''].join('\n');
}

function resultText({ group, outcome }: GroupResult, { texts, region }: ReportOptions): string {
  switch (outcome.kind) {
    case 'verified':
      return texts.done(group.name);
    case 'unverified':
      return vscode.l10n.t(
        'AWS accepted the change of the log group "{0}" but does not show it yet. Refresh in a minute to see it.',
        group.name,
      );
    case 'failed':
      return vscode.l10n.t(
        'The log group "{0}" was not changed. {1}',
        group.name,
        adviseFailure(outcome.failure, region),
      );
    case 'notAttempted':
      return vscode.l10n.t('The log group "{0}" was not changed: the work was stopped before it.', group.name);
  }
}

function level(results: readonly GroupResult[]): 'info' | 'warning' | 'error' {
  if (results.some(({ outcome }) => outcome.kind === 'failed')) {
    return 'error';
  }
  return results.every(({ outcome }) => outcome.kind === 'verified') ? 'info' : 'warning';
}

function logResults(results: readonly GroupResult[], logger: Logger): void {
  for (const { outcome } of results) {
    if (outcome.kind === 'failed') {
      logger.error(failureLogLine(outcome.failure));
    }
  }
  const verified = results.filter(({ outcome }) => outcome.kind === 'verified').length;
  logger.info(`log groups changed and verified: ${verified} of ${results.length}`);
}
