import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { signInCommand } from '../../../platform/failureTexts.js';
import type { Sessions } from '../../../platform/sessions.js';

const TASK_SOURCE = 'Sealwright';

/** Runs the AWS CLI's sign-in for the expired profile in a terminal, and continues when it is done. */
export class SignInCommand implements Command {
  readonly id = 'sealwright.signIn';

  constructor(private readonly sessions: Sessions) {}

  async execute(): Promise<void> {
    const signIn = requireSignIn(this.sessions);
    const task = new vscode.Task(
      { type: 'process' },
      vscode.TaskScope.Workspace,
      vscode.l10n.t('AWS sign-in'),
      TASK_SOURCE,
      // A process and not a shell line: profile names may hold spaces and quotes.
      new vscode.ProcessExecution('aws', [...signIn]),
      [],
    );
    const ended = waitForEnd(task);
    await vscode.tasks.executeTask(task);
    if ((await ended) === 0) {
      await this.sessions.reconnect();
    } else {
      throw new UserError(
        vscode.l10n.t(
          'The sign-in command "{0}" did not succeed. Its terminal says why. Is the AWS CLI installed?',
          signInCommand(signIn),
        ),
      );
    }
  }
}

/** Copies the sign-in command, for people who run it elsewhere. */
export class CopySignInCommand implements Command {
  readonly id = 'sealwright.copySignInCommand';

  constructor(private readonly sessions: Sessions) {}

  async execute(): Promise<void> {
    await vscode.env.clipboard.writeText(signInCommand(requireSignIn(this.sessions)));
  }
}

function requireSignIn({ state }: Sessions): readonly string[] {
  const signIn = state.kind === 'failed' ? state.failure.signIn : undefined;
  if (signIn === undefined) {
    throw new UserError(
      vscode.l10n.t('This profile has no sign-in that the AWS CLI could renew. Renew its credentials, then refresh.'),
      [{ title: vscode.l10n.t('Switch Profile'), command: 'sealwright.switchProfile' }],
    );
  }
  return signIn;
}

/** The exit code; `undefined` when the terminal was closed. Listens from before the start, so no end is missed. */
function waitForEnd({ name }: vscode.Task): Promise<number | undefined> {
  return new Promise((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name === name && execution.task.source === TASK_SOURCE) {
        listener.dispose();
        resolve(exitCode);
      }
    });
  });
}
