import * as vscode from 'vscode';
import type { AwsSession } from '../../aws/ports.js';
import { toUserMessage } from '../../platform/errors.js';
import { readablePolicy } from '../../platform/policies/readablePolicy.js';
import { isReadOnlyProfile } from '../../platform/readOnly.js';
import type { Sessions } from '../../platform/sessions.js';
import { readSettings } from '../../platform/settings.js';
import type { DraftStore } from './draftStore.js';
import { foreignPolicyText, type PolicyAddress, readPolicyUri } from './policyAddress.js';

interface Opened {
  /** The live policy as KMS gave it when it was last read. */
  readonly live: string;
  readonly readAt: number;
}

/**
 * Key policies as files: opening reads the key, saving keeps a draft on this machine. A file is never written to AWS by
 * saving it; that is what the review is for. The address names account, Region and key, so that a tab which the editor
 * restores is never filled with what another identity sees, nor saved as somebody else's.
 */
export class KeyPolicyFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  readonly #opened = new Map<string, Opened>();

  constructor(
    private readonly sessions: Sessions,
    private readonly drafts: DraftStore,
    private readonly now: () => number,
  ) {}

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const address = readPolicyUri(uri);
    const text = await this.#text(address);
    const draft = await this.drafts.find(address.keyArn);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: draft?.savedAt ?? this.#opened.get(address.keyArn)?.readAt ?? 0,
      size: new TextEncoder().encode(text).length,
      ...(await this.#permissions(address)),
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.#text(readPolicyUri(uri)));
  }

  /** Keeps the text as a draft. What it was made from is the live policy as the editor last showed it. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const address = readPolicyUri(uri);
    const before = await this.drafts.find(address.keyArn);
    const base = before?.base ?? (await this.#live(address));
    const text = new TextDecoder().decode(content);
    await this.drafts.save({ keyArn: address.keyArn, text, base, savedAt: this.now() });
  }

  /** Reads the live policy anew; an open tab without changes follows. */
  async refresh(uri: vscode.Uri, session: AwsSession): Promise<string> {
    const { keyArn } = readPolicyUri(uri);
    const live = await session.keys.loadPolicy(keyArn);
    this.#opened.set(keyArn, { live, readAt: this.now() });
    this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    return live;
  }

  /** A draft was changed behind the editor's back: its tab follows. */
  async showDraft(uri: vscode.Uri): Promise<void> {
    this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  async discard(uri: vscode.Uri): Promise<void> {
    const { keyArn } = readPolicyUri(uri);
    await this.drafts.discard(keyArn);
    this.#opened.delete(keyArn);
    this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #text(address: PolicyAddress): Promise<string> {
    const draft = await this.drafts.find(address.keyArn);
    return draft?.text ?? readablePolicy(await this.#live(address));
  }

  async #live(address: PolicyAddress): Promise<string> {
    const known = this.#opened.get(address.keyArn);
    if (known !== undefined) {
      return known.live;
    }
    const session = await this.#session(address);
    try {
      const live = await session.keys.loadPolicy(address.keyArn);
      this.#opened.set(address.keyArn, { live, readAt: this.now() });
      return live;
    } catch (error) {
      throw vscode.FileSystemError.Unavailable(toUserMessage(error)?.text ?? '');
    }
  }

  async #session(address: PolicyAddress): Promise<AwsSession> {
    const session = await this.sessions.ensure();
    const foreign = foreignPolicyText(address, session);
    if (foreign !== undefined) {
      throw vscode.FileSystemError.Unavailable(foreign);
    }
    return session;
  }

  /** Nobody can put the policy of an AWS managed key; and a session that only reads puts none. */
  async #permissions(address: PolicyAddress): Promise<{ permissions?: vscode.FilePermission }> {
    const session = await this.#session(address);
    const details = session.keys.findDetails(address.keyArn);
    const isAws = details?.kind === 'known' && details.value.manager === 'AWS';
    return isAws || address.name.startsWith('aws-') || isReadOnlyProfile(session.profile, readSettings())
      ? { permissions: vscode.FilePermission.Readonly }
      : {};
  }
}
