import * as vscode from 'vscode';
import type { AwsModule } from '../../aws/ports.js';
import type { RegisterCommand } from '../../platform/commands.js';
import type { Logger } from '../../platform/logger.js';
import type { Prompts } from '../../platform/prompts.js';
import { isReadOnlyProfile } from '../../platform/readOnly.js';
import { CurrentSession, type Sessions } from '../../platform/sessions.js';
import { onSettingsChange, readSettings } from '../../platform/settings.js';
import { RefreshCommand } from './commands/refresh.js';
import { CopySignInCommand, SignInCommand } from './commands/signIn.js';
import { SwitchProfileCommand } from './commands/switchProfile.js';
import { SwitchRegionCommand } from './commands/switchRegion.js';
import { createIdentityStatus } from './identityStatus.js';
import { SessionChoiceStore } from './sessionChoice.js';
import { publishSessionState } from './sessionContext.js';

export interface SessionFeature extends vscode.Disposable {
  readonly sessions: Sessions;
}

/** Signing in to AWS: the session, its commands, the status bar item and the context keys. */
export function activateSession(
  register: RegisterCommand,
  dependencies: {
    readonly loadAws: () => AwsModule;
    readonly memento: vscode.Memento;
    readonly prompts: Prompts;
    readonly logger: Logger;
  },
): SessionFeature {
  const { loadAws, memento, prompts, logger } = dependencies;
  const store = new SessionChoiceStore(memento);
  const sessions = new CurrentSession({
    loadAws,
    logger,
    readChoice: () => store.read(),
    isTrusted: () => vscode.workspace.isTrusted,
    askMfaCode,
    isReadOnly: (profile) => isReadOnlyProfile(profile, readSettings()),
  });
  const status = createIdentityStatus(sessions);
  publishSessionState(sessions.state);
  const all = vscode.Disposable.from(
    sessions,
    sessions.onDidChange(publishSessionState),
    status,
    register(new SwitchProfileCommand(loadAws, sessions, store, prompts)),
    register(new SwitchRegionCommand(sessions, store, prompts)),
    register(new SignInCommand(sessions)),
    register(new CopySignInCommand(sessions)),
    register(new RefreshCommand(sessions)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => sessions.reset()),
    onSettingsChange(['readOnly', 'readOnlyProfiles'], () => {
      publishSessionState(sessions.state);
      status.refresh();
    }),
    onSettingsChange(['profile', 'region'], () => void followSettings(sessions, store, logger)),
  );
  return { sessions, dispose: () => all.dispose() };
}

/** Somebody who edits the setting means it: it takes the place of what was switched to before. */
async function followSettings(sessions: CurrentSession, store: SessionChoiceStore, logger: Logger): Promise<void> {
  await store.forget();
  if (sessions.state.kind !== 'none') {
    logger.info('session: the settings changed, signing in again');
    await sessions.reconnect();
  }
}

async function askMfaCode(serial: string): Promise<string> {
  const code = await vscode.window.showInputBox({
    title: vscode.l10n.t('AWS multi-factor authentication'),
    prompt: vscode.l10n.t('The current code of the device "{0}"', serial),
    ignoreFocusOut: true,
    validateInput: (text) => (/^\d{6}$/.test(text.trim()) ? undefined : vscode.l10n.t('The code has six digits.')),
  });
  if (code === undefined) {
    throw new Error(vscode.l10n.t('No code was given for the device "{0}".', serial));
  }
  return code.trim();
}
