import * as vscode from 'vscode';
import type { RegisterCommand } from '../../platform/commands.js';
import { type AssociateDependencies, AssociateKeyCommand } from './commands/associateKey.js';
import { DisassociateKeyCommand } from './commands/disassociateKey.js';
import { ShowReportCommand } from './commands/showReport.js';

/** Associating keys with log groups, and taking them off again. */
export function activateAssociate(register: RegisterCommand, dependencies: AssociateDependencies): vscode.Disposable {
  return vscode.Disposable.from(
    register(new AssociateKeyCommand(dependencies)),
    register(new DisassociateKeyCommand(dependencies)),
    register(new ShowReportCommand()),
  );
}
