import * as vscode from 'vscode';
import type { AwsFailure, AwsSession } from '../aws/ports.js';
import { logError } from './commands.js';
import { setContextKey, type ViewContext } from './contextKeys.js';
import { findAwsFailure, isCancellation } from './errors.js';
import type { Logger } from './logger.js';
import type { SessionState, Sessions } from './sessions.js';

/** What a tree has to show at its root. */
export type Loaded<T> =
  | { readonly kind: 'loaded'; readonly session: AwsSession; readonly value: T }
  /** The welcome view tells it: not signed in, or not allowed to list. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly failure: AwsFailure };

export interface AccountTreeOptions {
  readonly sessions: Sessions;
  readonly contextKey: 'sealwright.keys' | 'sealwright.logGroups';
  readonly logger: Logger;
}

/**
 * Keeps a tree and the session together: whatever a load returns belongs to the session that is current when it
 * returns. An answer that comes after a switch is thrown away and asked for again as the new identity.
 */
export class AccountTree implements vscode.Disposable {
  readonly #outdated = new vscode.EventEmitter<void>();
  /** Fires when what the tree shows belongs to a session of the past. */
  readonly onDidOutdate = this.#outdated.event;
  #shown: AwsSession | undefined;
  #loads = 0;
  readonly #listener: vscode.Disposable;

  constructor(private readonly options: AccountTreeOptions) {
    this.#setContext('idle');
    this.#listener = options.sessions.onDidChange((state) => this.#follow(state));
  }

  /** The session whose rows the tree shows, if it is still the current one. */
  isCurrent(session: AwsSession): boolean {
    const { state } = this.options.sessions;
    return state.kind === 'ready' && state.session === session;
  }

  /** Signs in if need be and reads; never rejects. `isEmpty` chooses the welcome view for an account with nothing. */
  async load<T>(read: (session: AwsSession) => Promise<T>, isEmpty: (value: T) => boolean): Promise<Loaded<T>> {
    this.#loads += 1;
    this.#setContext('loading');
    try {
      let attempt: Loaded<T> | 'switched';
      do {
        attempt = await this.#attempt(read);
      } while (attempt === 'switched');
      this.#shown = attempt.kind === 'loaded' ? attempt.session : undefined;
      if (attempt.kind === 'loaded') {
        this.#setContext(isEmpty(attempt.value) ? 'empty' : 'ready');
      }
      return attempt;
    } finally {
      this.#loads -= 1;
    }
  }

  dispose(): void {
    this.#listener.dispose();
    this.#outdated.dispose();
  }

  async #attempt<T>(read: (session: AwsSession) => Promise<T>): Promise<Loaded<T> | 'switched'> {
    const { sessions } = this.options;
    let session: AwsSession;
    try {
      session = await sessions.ensure();
    } catch (error) {
      if (isCancellation(error) && sessions.state.kind !== 'none') {
        return 'switched';
      }
      // The session's own context key, and with it the welcome view, tells why.
      this.#logUnlessCancelled(error);
      this.#setContext('idle');
      return { kind: 'nothing' };
    }
    try {
      const value = await read(session);
      return this.isCurrent(session) ? { kind: 'loaded', session, value } : 'switched';
    } catch (error) {
      if (!this.isCurrent(session)) {
        return 'switched';
      }
      return this.#failed(session, error);
    }
  }

  #failed<T>(session: AwsSession, error: unknown): Loaded<T> {
    this.#logUnlessCancelled(error);
    this.options.sessions.reportFailure(session, error);
    if (!this.isCurrent(session)) {
      this.#setContext('idle');
      return { kind: 'nothing' };
    }
    const message = error instanceof Error ? error.message : String(error);
    const failure = findAwsFailure(error) ?? { kind: 'other', message };
    if (failure.kind === 'accessDenied') {
      this.#setContext('denied');
      return { kind: 'nothing' };
    }
    this.#setContext('error');
    return { kind: 'failed', failure };
  }

  #follow(state: SessionState): void {
    const isNews = state.kind !== 'ready' || state.session !== this.#shown;
    // A load that is under way will find the new session by itself.
    if (isNews && (this.#loads === 0 || this.#shown !== undefined)) {
      this.#shown = undefined;
      this.#outdated.fire();
    }
  }

  #logUnlessCancelled(error: unknown): void {
    if (!isCancellation(error)) {
      logError(error, this.options.contextKey, this.options.logger);
    }
  }

  #setContext(context: ViewContext): void {
    setContextKey(this.options.contextKey, context);
  }
}
