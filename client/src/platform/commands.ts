import * as vscode from 'vscode';
import { findAwsFailure, toUserMessage } from './errors.js';
import { failureLogLine } from './failureLog.js';
import type { Logger } from './logger.js';
import type { MessageAction } from './messageAction.js';

/** One command of the manifest. `execute` gets whatever the caller passed: a tree node, or nothing from the palette. */
export interface Command {
  readonly id: string;
  execute(...args: readonly unknown[]): Promise<unknown>;
}

export type RegisterCommand = (command: Command) => vscode.Disposable;

/** Registers commands behind one error boundary: whatever they reject with is logged and worded here, once. */
export function createCommandRegistry(logger: Logger): RegisterCommand {
  return (command) =>
    vscode.commands.registerCommand(command.id, async (...args: unknown[]) => {
      try {
        return await command.execute(...args);
      } catch (error) {
        // Not awaited: the command is over, although its message may stand for minutes.
        void reportError(error, command.id, logger);
        return undefined;
      }
    });
}

/** Logs an error and shows it with its next steps; a dismissal shows nothing. `source` names it in the log. */
async function reportError(error: unknown, source: string, logger: Logger): Promise<void> {
  const message = toUserMessage(error);
  if (message === undefined) {
    return;
  }
  logError(error, source, logger);
  const showLog = { title: vscode.l10n.t('Show Log'), command: 'sealwright.showLog' };
  await showMessage('error', message.text, [...message.actions, showLog]);
}

/** Writes an error to the log: an AWS failure in one line, a bug with its stack. */
export function logError(error: unknown, source: string, logger: Logger): void {
  const failure = findAwsFailure(error);
  if (failure !== undefined) {
    logger.error(`${source}: ${failureLogLine(failure)}`);
  } else if (toUserMessage(error)?.unexpected === true) {
    logger.error(`${source}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  } else {
    logger.warn(`${source}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Shows a message whose buttons run commands; resolves when it is closed. */
export async function showMessage(
  level: 'info' | 'warning' | 'error',
  text: string,
  actions: readonly MessageAction[],
): Promise<void> {
  const items = actions.map((action) => ({ title: action.title, action }));
  const chosen = await showItems(level, text, items);
  const action = items.find((item) => item === chosen)?.action;
  if (action !== undefined) {
    await vscode.commands.executeCommand(action.command, ...(action.arguments ?? []));
  }
}

function showItems<T extends vscode.MessageItem>(
  level: 'info' | 'warning' | 'error',
  text: string,
  items: readonly T[],
): Thenable<T | undefined> {
  switch (level) {
    case 'info':
      return vscode.window.showInformationMessage(text, ...items);
    case 'warning':
      return vscode.window.showWarningMessage(text, ...items);
    case 'error':
      return vscode.window.showErrorMessage(text, ...items);
  }
}
