import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

const EXTENSION_ID = 'sealwright.sealwright';

/** The extension under test, activated. Fails when VS Code did not load it or activation throws. */
export async function activateExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  assert.ok(extension !== undefined, `VS Code did not load "${EXTENSION_ID}".`);
  await extension.activate();
  return extension;
}
