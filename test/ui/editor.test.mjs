import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useWorkbench } from './support.mjs';

const ui = useWorkbench();

beforeAll(() => ui.workbench.languageReady());
beforeEach(({ task }) => ui.pictureOnFailure(task.name.replaceAll(/\W+/g, '-')));

describe('Editing a policy', () => {
  it('lists findings in the Problems panel', async () => {
    const { workbench } = ui;
    await workbench.openFile('mistakes/typos.json');
    expect((await workbench.problems()).join('\n')).toContain('Unknown action "kms:Decypt"');
  });

  it('suggests actions while one is typed, and takes the chosen one', async () => {
    const { workbench } = ui;
    await workbench.openFile('key-policies/app-logs-key.json');
    await workbench.goToText('", "kms:ReEncrypt*"');
    await workbench.type('", "kms:Gen');
    // Stands nowhere in the document: the JSON extension, which repeats what it finds there, does not know it.
    await workbench.chooseSuggestion('kms:GenerateRandom');
    await workbench.editorLine(/"kms:Decrypt",\s"kms:GenerateRandom",/).waitFor();
    await workbench.command('File: Revert File');
  });

  it('explains what is under the cursor', async () => {
    const { workbench } = ui;
    await workbench.openFile('key-policies/app-logs-key.json');
    await workbench.goToText('kms:EncryptionContext', 6);
    expect(await workbench.hover()).toContain('kms:EncryptionContext:aws:logs:arn');
  });
});
