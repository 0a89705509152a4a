import * as vscode from 'vscode';
import type { AwsFailure, AwsModule, AwsSession, RequestRecord } from '../aws/ports.js';
import { findAwsFailure, UserError } from './errors.js';
import type { Logger } from './logger.js';

/** What the user (or the settings) want to be: absent fields leave the choice to the AWS files and environment. */
export interface SessionChoice {
  readonly profile?: string;
  readonly region?: string;
}

export type SessionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly choice: SessionChoice }
  | { readonly kind: 'ready'; readonly session: AwsSession }
  | { readonly kind: 'failed'; readonly failure: AwsFailure; readonly choice: SessionChoice };

/** Hands out the one current session. What a session gives belongs to that identity for ever; a switch makes a new one. */
export interface Sessions {
  readonly state: SessionState;
  readonly onDidChange: vscode.Event<SessionState>;
  /** The current session, signing in first when nobody has yet. Rejects with the failure that `state` shows. */
  ensure(): Promise<AwsSession>;
  /** Signs in anew, with another choice if one is given; cancels whatever the session before was reading. */
  reconnect(choice?: SessionChoice): Promise<void>;
  /** Tells that a request of this session failed: an expired sign-in ends the session, once, for everybody. */
  reportFailure(session: AwsSession, error: unknown): void;
}

export interface SessionsOptions {
  readonly loadAws: () => AwsModule;
  readonly readChoice: () => SessionChoice;
  readonly logger: Logger;
  readonly isTrusted: () => boolean;
  readonly askMfaCode?: (serial: string) => Promise<string>;
  /** Asked at each request that would change something. */
  readonly isReadOnly?: (profile: string | undefined) => boolean;
}

/** The only owner of sessions. Signs in lazily: an extension host in which nobody looks at an account sends nothing. */
export class CurrentSession implements Sessions, vscode.Disposable {
  readonly #emitter = new vscode.EventEmitter<SessionState>();
  readonly onDidChange = this.#emitter.event;
  #state: SessionState = { kind: 'none' };
  #abort = new AbortController();
  #pending: Promise<AwsSession> | undefined;

  constructor(private readonly options: SessionsOptions) {}

  get state(): SessionState {
    return this.#state;
  }

  async ensure(): Promise<AwsSession> {
    if (!this.options.isTrusted()) {
      throw new UserError(
        vscode.l10n.t(
          'Sealwright uses AWS accounts only in a trusted workspace. Trust this workspace, then try again. Editing policies works without.',
        ),
        [{ title: vscode.l10n.t('Manage Workspace Trust'), command: 'workbench.trust.manage' }],
      );
    }
    this.#pending ??= this.#connect(this.options.readChoice());
    return this.#pending;
  }

  async reconnect(choice?: SessionChoice): Promise<void> {
    this.#end();
    if (!this.options.isTrusted()) {
      return;
    }
    this.#pending = this.#connect(choice ?? this.options.readChoice());
    // The outcome is in `state`, where views and the status bar show it.
    await this.#pending.catch(() => undefined);
  }

  /** Forgets the session without starting another; the next `ensure` signs in. */
  reset(): void {
    this.#end();
    this.#setState({ kind: 'none' });
  }

  reportFailure(session: AwsSession, error: unknown): void {
    const failure = findAwsFailure(error);
    const isCurrent = this.#state.kind === 'ready' && this.#state.session === session;
    if (failure === undefined || !isCurrent || (failure.kind !== 'expired' && failure.kind !== 'noCredentials')) {
      return;
    }
    this.#end();
    const choice = {
      ...(session.profile === undefined ? {} : { profile: session.profile }),
      region: session.region,
    };
    const rejected = Promise.reject<AwsSession>(error);
    rejected.catch(() => undefined);
    this.#pending = rejected;
    this.#setState({ kind: 'failed', failure, choice });
  }

  dispose(): void {
    this.#end();
    this.#emitter.dispose();
  }

  #end(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#pending = undefined;
  }

  async #connect(choice: SessionChoice): Promise<AwsSession> {
    const { signal } = this.#abort;
    this.#setState({ kind: 'loading', choice });
    try {
      const { askMfaCode, isReadOnly } = this.options;
      const session = await this.options.loadAws().connect({
        ...choice,
        signal,
        onRequest: (record) => this.#log(record),
        ...(askMfaCode === undefined ? {} : { askMfaCode }),
        ...(isReadOnly === undefined ? {} : { isReadOnly: () => isReadOnly(choice.profile) }),
      });
      if (signal.aborted) {
        throw new vscode.CancellationError(); // a switch came first: nobody may see this session
      }
      this.#setState({ kind: 'ready', session });
      return session;
    } catch (error) {
      if (!signal.aborted) {
        this.#setState({ kind: 'failed', failure: toSessionFailure(error), choice });
      }
      throw signal.aborted ? new vscode.CancellationError() : error;
    }
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.#emitter.fire(state);
  }

  #log({ action, durationMs, requestId = '-', attempts = 1, errorCode }: RequestRecord): void {
    const outcome = errorCode === undefined ? 'ok' : errorCode;
    this.options.logger.debug(`${action} ${outcome} ${durationMs} ms, attempt ${attempts}, request id ${requestId}`);
  }
}

/** A bug or a bundle that does not load must end in a state, too: else the views would load for ever. */
function toSessionFailure(error: unknown): AwsFailure {
  const message = error instanceof Error ? error.message : String(error);
  return findAwsFailure(error) ?? { kind: 'other', message };
}
