import * as vscode from 'vscode';
import { accessDiffRequest } from '../../../../protocol/src/accessRequests.js';
import type { AwsFailure, AwsSession } from '../../aws/ports.js';
import { failureError, findAwsFailure } from '../../platform/errors.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { Sessions } from '../../platform/sessions.js';
import type { PolicyLink, PolicyLinks } from './policyLinks.js';
import { type SyncState, syncStateOf } from './syncState.js';

/** What a look at a linked document gives. */
export type LinkStatus =
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'otherAccount' }
  | { readonly kind: 'failed'; readonly failure: AwsFailure }
  | { readonly kind: 'compared'; readonly state: SyncState; readonly live: string; readonly sameAccess: boolean };

/** Compares linked documents with their keys; reads a key once, until somebody asks again or something was changed. */
export class LiveLinks implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;
  readonly #live = new Map<string, Promise<string>>();

  constructor(
    private readonly links: PolicyLinks,
    private readonly sessions: Sessions,
    private readonly server: LanguageServer,
  ) {}

  /** Nobody is signed in for the sake of a look: that is asked for. */
  async look(document: vscode.TextDocument, link: PolicyLink): Promise<LinkStatus> {
    const { state } = this.sessions;
    if (state.kind !== 'ready') {
      return { kind: 'signedOut' };
    }
    if (state.session.identity.account !== link.account) {
      return { kind: 'otherAccount' };
    }
    try {
      const live = await this.#read(state.session, link);
      return await this.#compare(document, link, live);
    } catch (error) {
      const failure = findAwsFailure(error);
      if (failure === undefined) {
        throw error;
      }
      this.sessions.reportFailure(state.session, failureError(failure));
      return { kind: 'failed', failure };
    }
  }

  /** Forgets what was read: the next look asks AWS. */
  refresh(): void {
    this.#live.clear();
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #compare(document: vscode.TextDocument, link: PolicyLink, live: string): Promise<LinkStatus> {
    const file = document.getText();
    const state = syncStateOf(file, live, link.base);
    if (state === 'inSync' && link.base !== live) {
      await this.links.set(document.uri, { ...link, base: live });
    }
    const differs = state !== 'inSync' && state !== 'unreadable';
    return { kind: 'compared', state, live, sameAccess: differs && (await this.#isSameAccess(live, file, link)) };
  }

  async #isSameAccess(live: string, file: string, { account }: PolicyLink): Promise<boolean> {
    const params = { before: { text: live }, after: { text: file }, account };
    const diff = await this.server.request(accessDiffRequest, params);
    return diff?.same === true && diff.incomplete.length === 0;
  }

  #read(session: AwsSession, { region, keyArn }: PolicyLink): Promise<string> {
    const known = this.#live.get(keyArn);
    if (known !== undefined) {
      return known;
    }
    const reading = session.inRegion(region).keys.loadPolicy(keyArn);
    this.#live.set(keyArn, reading);
    reading.catch(() => this.#live.delete(keyArn)); // the next look tries again
    return reading;
  }
}
