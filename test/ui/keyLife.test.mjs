import { beforeEach, describe, expect, it } from 'vitest';
import { useWorkbench } from './support.mjs';

const ui = useWorkbench();

beforeEach(({ task }) => ui.pictureOnFailure(task.name.replaceAll(/\W+/g, '-')));

/** The quick pick or input box with this in its title. */
const question = (title) =>
  ui.workbench.page.locator('.quick-input-widget .quick-input-title').filter({ hasText: title }).waitFor();

describe('The life of a key', () => {
  it('begins with the wizard, by keyboard alone', async () => {
    const { workbench } = ui;
    const { keyboard } = workbench.page;
    await workbench.openViewContainer('Sealwright');
    await workbench.treeRow('payments-logs').waitFor();
    await workbench.command('Sealwright: Create Key...');
    await workbench.pick('Sign and verify');
    for (const step of [2, 3, 4]) {
      await question(`(${step}/`);
      await keyboard.press('Enter');
    }
    await question('(5/');
    await keyboard.insertText('release/v2');
    for (const step of [5, 6, 7, 8, 9]) {
      await question(`(${step}/`);
      await keyboard.press('Enter');
    }
    await workbench.pick('Create the Key');
    expect(await workbench.dialog().text()).toContain('ECC_NIST_P256, SIGN_VERIFY, AWS_KMS, One Region');
    await keyboard.press('Enter');
    await workbench.treeRow('release/v2').filter({ hasText: 'ECC_NIST_P256' }).waitFor();
    const [request] = await ui.requests('CreateKey');
    expect(request.input.KeySpec).toBe('ECC_NIST_P256');
  });

  it('goes on with the review of a policy that was saved by hand', async () => {
    const { workbench } = ui;
    const { keyboard } = workbench.page;
    await workbench.chooseFromMenuOf(workbench.treeRow('payments-logs'), 'Open Key Policy');
    await workbench.page.locator('.tab.active').filter({ hasText: 'payments-logs' }).waitFor();
    const line = workbench.editorLine('kms:');
    await line.waitFor();
    await line.click();
    await keyboard.press('ControlOrMeta+End');
    await keyboard.press('Enter');
    await keyboard.press('ControlOrMeta+S');
    await question('payments-logs');
    expect(await ui.requests('PutKeyPolicy')).toEqual([]);
  });
});
