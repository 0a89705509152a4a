import * as vscode from 'vscode';
import type { RegisterCommand } from '../../platform/commands.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { Plans } from '../../platform/plans/plans.js';
import type { Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';
import { AddKeyAliasCommand, MoveKeyAliasCommand, RemoveKeyAliasCommand } from './commands/aliases.js';
import { ConfigureKeyRotationCommand, RotateKeyNowCommand } from './commands/configureKeyRotation.js';
import { CreateGrantCommand } from './commands/createGrant.js';
import { CreateKeyCommand } from './commands/createKey.js';
import { EditKeyDescriptionCommand } from './commands/editKeyDescription.js';
import { EditKeyTagsCommand } from './commands/editKeyTags.js';
import { DisableKeyCommand, EnableKeyCommand } from './commands/enableKey.js';
import { RevokeGrantCommand, ShowKeyGrantsCommand } from './commands/endGrant.js';
import { ExplainKeyMaterialCommand } from './commands/explainKeyMaterial.js';
import { ReplicateKeyCommand } from './commands/replicateKey.js';
import { CancelKeyDeletionCommand, ScheduleKeyDeletionCommand } from './commands/scheduleKeyDeletion.js';
import { ShowKeyRotationsCommand } from './commands/showKeyRotations.js';
import { KeyChanges } from './keyChange.js';

/** What is done with a key in the course of its life; each as a plan that is shown, asked, read back and undone. */
export function activateKeyLife(
  register: RegisterCommand,
  dependencies: {
    readonly sessions: Sessions;
    readonly server: LanguageServer;
    readonly prompts: Prompts;
    readonly plans: Plans;
    readonly now: () => number;
    readonly newId: () => string;
  },
): vscode.Disposable {
  const { sessions, prompts, plans, server } = dependencies;
  const changes = new KeyChanges(sessions, prompts, plans);
  return vscode.Disposable.from(
    ...[
      new CreateKeyCommand({ ...dependencies, changes }),
      new EnableKeyCommand(changes),
      new DisableKeyCommand(changes),
      new ScheduleKeyDeletionCommand(changes),
      new CancelKeyDeletionCommand(changes),
      new EditKeyDescriptionCommand(changes),
      new EditKeyTagsCommand(changes),
      new ConfigureKeyRotationCommand(changes),
      new RotateKeyNowCommand(changes),
      new AddKeyAliasCommand(changes),
      new RemoveKeyAliasCommand(changes),
      new MoveKeyAliasCommand(changes),
      new ReplicateKeyCommand(changes, server),
      new CreateGrantCommand(changes),
      new RevokeGrantCommand(changes),
      new ShowKeyGrantsCommand(changes),
      new ShowKeyRotationsCommand(changes),
      new ExplainKeyMaterialCommand(changes),
    ].map(register),
  );
}
