import { randomUUID } from 'node:crypto';
import * as path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { activateAssociate } from './features/associate/index.js';
import { activateCodePolicy } from './features/codePolicy/index.js';
import { activateCopyArn } from './features/copyArn/index.js';
import { activateKeyLife } from './features/keyLife/index.js';
import { FileDraftStore } from './features/keyPolicy/draftStore.js';
import { activateKeyPolicy } from './features/keyPolicy/index.js';
import { activateKeys } from './features/keys/index.js';
import { activateLanguage } from './features/language/index.js';
import { activateLogGroups } from './features/logGroups/index.js';
import { activatePlans } from './features/plans/index.js';
import { activateSession } from './features/session/index.js';
import { createAwsLoader } from './platform/awsLoader.js';
import { createCommandRegistry, logError } from './platform/commands.js';
import { createLanguageClientFactory } from './platform/createLanguageClient.js';
import { LazyLanguageServer } from './platform/languageServer.js';
import { FilePlanJournal } from './platform/plans/filePlanJournal.js';
import { Plans } from './platform/plans/plans.js';
import { QuickPickPrompts } from './platform/prompts.js';
import { onSettingsChange } from './platform/settings.js';
import { VirtualTexts } from './platform/virtualTexts.js';

/** Composition root: builds the parts and gives them to each other. */
export function activate(context: vscode.ExtensionContext): void {
  const channel = vscode.window.createOutputChannel('Sealwright', { log: true });
  const register = createCommandRegistry(channel);
  const prompts = new QuickPickPrompts();
  const server = new LazyLanguageServer(
    createLanguageClientFactory({
      serverModule: path.join(context.extensionPath, 'dist', 'server.js'),
      outputChannel: channel,
    }),
    channel,
  );
  const session = activateSession(register, {
    loadAws: createAwsLoader(context.extensionPath),
    memento: context.workspaceState,
    prompts,
    logger: channel,
  });
  const { sessions } = session;
  const storage = context.globalStorageUri.fsPath;
  const plans = new Plans({
    sessions,
    journal: new FilePlanJournal(path.join(storage, 'plans'), channel),
    logger: channel,
    delay,
    now: () => new Date(),
    newId: randomUUID,
  });
  const texts = new VirtualTexts();
  context.subscriptions.push(
    channel,
    server,
    session,
    plans,
    texts,
    // The server learns of other settings by itself; whether it formats it must say when it starts.
    onSettingsChange(['format.enable'], () => {
      server.restartIfRunning().catch((error: unknown) => logError(error, 'settings', channel));
    }),
    activateLanguage(register, { server, prompts, channel }),
    activatePlans(register, { sessions, prompts, plans, logger: channel }),
    activateKeys(register, { sessions, logger: channel }),
    activateKeyLife(register, { sessions, server, prompts, plans, now: Date.now, newId: randomUUID }),
    activateKeyPolicy(register, {
      sessions,
      server,
      prompts,
      plans,
      texts,
      drafts: new FileDraftStore(path.join(storage, 'drafts')),
      logger: channel,
      now: Date.now,
    }),
    activateCodePolicy(register, {
      sessions,
      server,
      prompts,
      plans,
      texts,
      memento: context.workspaceState,
    }),
    activateLogGroups(register, { sessions, logger: channel }),
    activateCopyArn(register),
    activateAssociate(register, { sessions, server, prompts, logger: channel, delay }),
  );
}
