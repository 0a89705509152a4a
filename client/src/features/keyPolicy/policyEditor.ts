import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../aws/ports.js';
import { keyName } from '../../platform/keyNames.js';
import { readablePolicy } from '../../platform/policies/readablePolicy.js';
import type { VirtualTexts } from '../../platform/virtualTexts.js';
import type { DraftStore } from './draftStore.js';
import type { KeyPolicyFileSystem } from './keyPolicyFileSystem.js';
import { policyUri } from './policyAddress.js';

/** Opens key policies, and shows them beside others. */
export class PolicyEditor {
  constructor(
    private readonly files: KeyPolicyFileSystem,
    private readonly drafts: DraftStore,
    private readonly texts: VirtualTexts,
  ) {}

  /** Opens the policy, read anew even if its tab is open already; a draft is shown in the place of the live policy. */
  async show(session: AwsSession, key: KeySummary): Promise<void> {
    const uri = policyUri(session, key);
    // Read here and not when the editor asks: a failure must reach the command, which words it with its next step,
    // while the editor would show an error page of its own.
    await this.files.refresh(uri, session);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
    if ((await this.drafts.find(key.arn)) !== undefined) {
      void vscode.window.setStatusBarMessage(
        vscode.l10n.t('This is your draft of the policy of "{0}", which is not applied yet.', keyName(key)),
        10_000,
      );
    }
  }

  /** The live policy on the left, the draft on the right, in the editor's own comparison. */
  async compareWithLive(uri: vscode.Uri, name: string, live: string): Promise<void> {
    const left = this.texts.add(vscode.l10n.t('{0} (live).json', name), readablePolicy(live));
    const title = vscode.l10n.t('{0}: live policy ↔ draft', name);
    await vscode.commands.executeCommand('vscode.diff', left, uri, title);
  }

  /** Two versions beside each other. */
  async compare(left: NamedText, right: NamedText, title: string): Promise<void> {
    const uris = [left, right].map(({ name, text }) => this.texts.add(`${name}.json`, readablePolicy(text)));
    await vscode.commands.executeCommand('vscode.diff', ...uris, title);
  }
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}
