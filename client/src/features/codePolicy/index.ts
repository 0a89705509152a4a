import * as vscode from 'vscode';
import type { RegisterCommand } from '../../platform/commands.js';
import { DOCUMENT_SELECTOR } from '../../platform/documentSelector.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { Plans } from '../../platform/plans/plans.js';
import type { Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';
import type { VirtualTexts } from '../../platform/virtualTexts.js';
import {
  CheckLinkedPolicyCommand,
  CompareLinkedPolicyCommand,
  TakeLivePolicyCommand,
} from './commands/linkedPolicyCommands.js';
import { LinkKeyPolicyCommand } from './commands/linkKeyPolicy.js';
import { PushKeyPolicyCommand } from './commands/pushKeyPolicy.js';
import { LinkLenses } from './linkLenses.js';
import { LiveLinks } from './liveLinks.js';
import { PolicyLinks } from './policyLinks.js';

/** Key policies in files of the workspace: compared with the live ones, taken from them, pushed to them. */
export function activateCodePolicy(
  register: RegisterCommand,
  dependencies: {
    readonly sessions: Sessions;
    readonly server: LanguageServer;
    readonly prompts: Prompts;
    readonly plans: Plans;
    readonly texts: VirtualTexts;
    readonly memento: Pick<vscode.Memento, 'get' | 'update'>;
  },
): vscode.Disposable {
  const { sessions, server, prompts, plans, memento } = dependencies;
  const links = new PolicyLinks(memento);
  const live = new LiveLinks(links, sessions, server);
  const linked = { ...dependencies, links, live };
  return vscode.Disposable.from(
    links,
    live,
    sessions.onDidChange(() => live.refresh()),
    plans.onDidRun(() => live.refresh()),
    vscode.languages.registerCodeLensProvider([...DOCUMENT_SELECTOR], new LinkLenses(links, live)),
    register(new LinkKeyPolicyCommand(sessions, prompts, links, live)),
    register(new CheckLinkedPolicyCommand(linked)),
    register(new CompareLinkedPolicyCommand(linked)),
    register(new TakeLivePolicyCommand(linked)),
    register(new PushKeyPolicyCommand({ ...dependencies, links })),
  );
}
