import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension } from '../support/extension.js';

describe('Display language Korean', () => {
  it('reaches the extension with its Korean texts', async () => {
    assert.equal(vscode.env.language, 'ko');
    await activateExtension();
    const texts = Object.values(vscode.l10n.bundle ?? {}).map(String);
    assert.ok(
      texts.some((text) => /[가-힣]/.test(text)),
      'No Korean text was loaded.',
    );
  });

  it('shows command titles in Korean', async () => {
    const { packageJSON } = await activateExtension();
    // VS Code replaces a localised title by both of its texts.
    const titles: string[] = packageJSON.contributes.commands.map(({ title }: { title: string | { value: string } }) =>
      typeof title === 'string' ? title : title.value,
    );
    assert.notEqual(titles.length, 0);
    assert.deepEqual(
      titles.filter((title) => !/[가-힣]/.test(title)),
      [],
    );
  });
});
