import * as vscode from 'vscode';
import type { RegisterCommand } from '../../platform/commands.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { Prompts } from '../../platform/prompts.js';
import { ChangePolicyKindCommand } from './commands/changePolicyKind.js';
import { FormatPolicyCommand } from './commands/formatPolicy.js';
import { RestartServerCommand } from './commands/restartServer.js';
import { ShowLogCommand } from './commands/showLog.js';
import { PolicyLanguageStatus } from './languageStatus.js';

/** What the editor shows and offers of the language server, beside the language features themselves. */
export function activateLanguage(
  register: RegisterCommand,
  dependencies: {
    readonly server: LanguageServer;
    readonly prompts: Prompts;
    readonly channel: vscode.LogOutputChannel;
  },
): vscode.Disposable {
  const { server, prompts, channel } = dependencies;
  return vscode.Disposable.from(
    new PolicyLanguageStatus(server.onDocumentKind),
    register(new ChangePolicyKindCommand(prompts)),
    register(new FormatPolicyCommand(server)),
    register(new RestartServerCommand(server)),
    register(new ShowLogCommand(channel)),
  );
}
