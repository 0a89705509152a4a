import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension } from '../support/extension.js';

describe('Activation in Restricted Mode', () => {
  it('happens although the workspace is not trusted', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const extension = await activateExtension();
    assert.equal(extension.isActive, true);
  });
});
