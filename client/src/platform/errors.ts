import * as vscode from 'vscode';
import type { AwsFailure } from '../aws/ports.js';
import { failureActions, failureText } from './failureTexts.js';
import type { MessageAction } from './messageAction.js';

/** An expected outcome that ends a command, worded for the user. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    readonly actions: readonly MessageAction[] = [],
  ) {
    super(message);
  }
}

/** What to tell the user of an error. */
export interface UserMessage {
  readonly text: string;
  readonly actions: readonly MessageAction[];
  /** True for bugs and broken environments: their stack belongs into the log. */
  readonly unexpected: boolean;
}

/** Words an error; `undefined` for a dismissal or a cancelled request, which show nothing. */
export function toUserMessage(error: unknown): UserMessage | undefined {
  if (isCancellation(error)) {
    return undefined;
  }
  const failure = findAwsFailure(error);
  if (failure !== undefined) {
    return { text: failureText(failure), actions: failureActions(failure), unexpected: false };
  }
  if (error instanceof UserError) {
    return { text: error.message, actions: error.actions, unexpected: false };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    text: vscode.l10n.t('Sealwright failed unexpectedly: {0} The log has the details.', endSentence(detail)),
    actions: [],
    unexpected: true,
  };
}

/** The failure inside an error of the AWS adapters, recognised by its shape: they live in another bundle. */
export function findAwsFailure(error: unknown): AwsFailure | undefined {
  if (!(error instanceof Error) || !('awsFailure' in error)) {
    return undefined;
  }
  const failure: unknown = error.awsFailure;
  const isFailure = typeof failure === 'object' && failure !== null && 'kind' in failure && 'message' in failure;
  return isFailure ? (failure as AwsFailure) : undefined;
}

/** An error that carries a failure which was kept as a fact. */
export function failureError(failure: AwsFailure): Error {
  return Object.assign(new Error(failure.message), { awsFailure: failure });
}

export function isCancellation(error: unknown): boolean {
  return error instanceof vscode.CancellationError || findAwsFailure(error)?.kind === 'cancelled';
}

/** Ends a foreign text with a full stop, so that it can stand inside a paragraph. */
function endSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?。]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
