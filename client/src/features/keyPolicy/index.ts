import * as vscode from 'vscode';
import { logError, type RegisterCommand } from '../../platform/commands.js';
import { KEY_POLICY_SCHEME } from '../../platform/documentSelector.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { Logger } from '../../platform/logger.js';
import type { Plans } from '../../platform/plans/plans.js';
import type { Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';
import type { VirtualTexts } from '../../platform/virtualTexts.js';
import { DiscardKeyPolicyDraftCommand } from './commands/discardKeyPolicyDraft.js';
import { OpenKeyPolicyCommand } from './commands/openKeyPolicy.js';
import { ReviewKeyPolicyCommand } from './commands/reviewKeyPolicy.js';
import { ShowKeyPolicyHistoryCommand } from './commands/showKeyPolicyHistory.js';
import type { DraftStore } from './draftStore.js';
import { KeyPolicyFileSystem } from './keyPolicyFileSystem.js';
import { ManualSaves } from './manualSaves.js';
import { PolicyEditor } from './policyEditor.js';
import { PolicyReviewFlow } from './reviewFlow.js';

/** Key policies as files of the editor: open, edit, save as a draft, review, apply, look back. */
export function activateKeyPolicy(
  register: RegisterCommand,
  dependencies: {
    readonly sessions: Sessions;
    readonly server: LanguageServer;
    readonly prompts: Prompts;
    readonly plans: Plans;
    readonly drafts: DraftStore;
    readonly texts: VirtualTexts;
    readonly logger: Logger;
    readonly now: () => number;
  },
): vscode.Disposable {
  const { sessions, prompts, plans, drafts, texts, logger, now } = dependencies;
  const files = new KeyPolicyFileSystem(sessions, drafts, now);
  const saves = new ManualSaves();
  const editor = new PolicyEditor(files, drafts, texts);
  const flow = new PolicyReviewFlow({ ...dependencies, files, editor });
  return vscode.Disposable.from(
    files,
    saves,
    vscode.workspace.registerFileSystemProvider(KEY_POLICY_SCHEME, files, { isCaseSensitive: true }),
    // Saving is done by then; the review goes on beside it and has its own error boundary.
    saves.onDidSave(({ uri, isManual }) => {
      if (!isManual) {
        vscode.window.setStatusBarMessage(draftKeptText(), DRAFT_KEPT_MS);
        return;
      }
      Promise.resolve(vscode.commands.executeCommand('sealwright.reviewKeyPolicy', uri)).catch((error: unknown) =>
        logError(error, 'review', logger),
      );
    }),
    register(new OpenKeyPolicyCommand(sessions, prompts, editor)),
    register(new ReviewKeyPolicyCommand(flow)),
    register(new DiscardKeyPolicyDraftCommand(prompts, files)),
    register(new ShowKeyPolicyHistoryCommand(sessions, prompts, plans, drafts, editor, now)),
  );
}

const DRAFT_KEPT_MS = 5_000;

const draftKeptText = () => vscode.l10n.t('Your draft is kept. Save it yourself to review it.');
