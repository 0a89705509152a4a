import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension } from '../support/extension.js';

describe('Activation', () => {
  it('happens in a trusted workspace', async () => {
    assert.equal(vscode.workspace.isTrusted, true);
    const extension = await activateExtension();
    assert.equal(extension.isActive, true);
  });

  it('registers every command of the manifest', async () => {
    const extension = await activateExtension();
    const contributed: string[] = extension.packageJSON.contributes.commands.map(
      (entry: { command: string }) => entry.command,
    );
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.notEqual(contributed.length, 0);
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
