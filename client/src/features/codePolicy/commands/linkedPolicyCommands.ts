import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { mergePolicies } from '../../../platform/policies/mergePolicies.js';
import { readablePolicy } from '../../../platform/policies/readablePolicy.js';
import type { Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import type { VirtualTexts } from '../../../platform/virtualTexts.js';
import type { LiveLinks } from '../liveLinks.js';
import type { PolicyLinks } from '../policyLinks.js';
import { syncStateOf } from '../syncState.js';
import { type LinkedDocument, linkedDocumentOf } from '../target.js';

export interface LinkedPolicyDependencies {
  readonly sessions: Sessions;
  readonly prompts: Prompts;
  readonly links: PolicyLinks;
  readonly live: LiveLinks;
  readonly texts: VirtualTexts;
}

/** Reads the key again; signs in where nobody is. */
export class CheckLinkedPolicyCommand implements Command {
  readonly id = 'sealwright.checkLinkedPolicy';

  constructor(private readonly dependencies: LinkedPolicyDependencies) {}

  async execute(target?: unknown): Promise<void> {
    const { links, sessions, live } = this.dependencies;
    await linkedDocumentOf(target, links, sessions);
    live.refresh();
  }
}

/** The live policy on the left, the file on the right. */
export class CompareLinkedPolicyCommand implements Command {
  readonly id = 'sealwright.compareLinkedPolicy';

  constructor(private readonly dependencies: LinkedPolicyDependencies) {}

  async execute(target?: unknown): Promise<void> {
    const { links, sessions, texts } = this.dependencies;
    const { document, link, session } = await linkedDocumentOf(target, links, sessions);
    const text = readablePolicy(await session.keys.loadPolicy(link.keyArn));
    const left = texts.add(vscode.l10n.t('{0} (live).json', link.keyName), text);
    const title = vscode.l10n.t('{0}: live policy ↔ file', link.keyName);
    await vscode.commands.executeCommand('vscode.diff', left, document.uri, title);
  }
}

/** Puts the live policy into the file; where both have changed since they were the same, joins the two. */
export class TakeLivePolicyCommand implements Command {
  readonly id = 'sealwright.takeLivePolicy';

  constructor(private readonly dependencies: LinkedPolicyDependencies) {}

  async execute(target?: unknown): Promise<void> {
    const { links, sessions, live } = this.dependencies;
    const linked = await linkedDocumentOf(target, links, sessions);
    const { document, link, session } = linked;
    const current = await session.keys.loadPolicy(link.keyArn);
    const text = await this.#textFor(linked, current);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new UserError(vscode.l10n.t('The file could not be changed. Is it read-only?'));
    }
    // From here on only what is changed later counts as a change.
    await links.set(document.uri, { ...link, base: current });
    live.refresh();
  }

  async #textFor({ document, link }: LinkedDocument, current: string): Promise<string> {
    const file = document.getText();
    if (link.base === undefined || syncStateOf(file, current, link.base) !== 'bothChanged') {
      return readablePolicy(current);
    }
    const merged = mergePolicies(link.base, file, current);
    if (merged === undefined) {
      throw new UserError(
        vscode.l10n.t('This file is no complete policy in JSON. Mend it, then join it with the live one.'),
      );
    }
    const names = merged.conflicts.map(({ name }) => (name === '' ? vscode.l10n.t('one without a Sid') : `"${name}"`));
    await this.dependencies.prompts.tell(
      vscode.l10n.t('The changes of the file and of the key "{0}" are joined in the file.', link.keyName),
      names.length === 0
        ? vscode.l10n.t('Nothing is saved or pushed yet: look at it first.')
        : vscode.l10n.t(
            'Both have changed the same statements: {0}. The file keeps its own and leaves those of the key out. Compare before you push.',
            names.join(', '),
          ),
    );
    return merged.text;
  }
}
