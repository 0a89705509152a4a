import * as vscode from 'vscode';
import type { AwsSession, LogGroup } from '../../aws/ports.js';
import { failureError, UserError } from '../../platform/errors.js';
import type { Sessions } from '../../platform/sessions.js';
import { applyToLogGroups, type GroupResult, type LogGroupChange } from './applyToLogGroups.js';

export interface WriteOptions {
  readonly sessions: Sessions;
  readonly session: AwsSession;
  readonly title: string;
  readonly delay: (ms: number) => Promise<void>;
}

/**
 * Makes a confirmed change, with progress that can be cancelled between two groups. Refuses to start, and stops, when
 * the identity is no longer the one that the confirmation named.
 */
export async function writeLogGroups(
  groups: readonly LogGroup[],
  change: LogGroupChange,
  { sessions, session, title, delay }: WriteOptions,
): Promise<readonly GroupResult[]> {
  if (!isCurrent(sessions, session)) {
    throw new UserError(
      vscode.l10n.t(
        'The AWS profile or Region was switched before the change was confirmed. Nothing was changed. Run the command again.',
      ),
    );
  }
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const results = await vscode.window.withProgress(options, (progress, token) =>
    applyToLogGroups(groups, change, {
      logGroups: session.logGroups,
      delay,
      mayContinue: () => !token.isCancellationRequested && isCurrent(sessions, session),
      onProgress: (group, index) =>
        progress.report({
          message: vscode.l10n.t('{0} of {1}: {2}', index + 1, groups.length, group.name),
          increment: 100 / groups.length,
        }),
    }),
  );
  session.logGroups.refresh();
  for (const { outcome } of results) {
    if (outcome.kind === 'failed') {
      sessions.reportFailure(session, failureError(outcome.failure));
    }
  }
  return results;
}

function isCurrent({ state }: Sessions, session: AwsSession): boolean {
  return state.kind === 'ready' && state.session === session;
}
