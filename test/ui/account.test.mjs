import { beforeEach, describe, it } from 'vitest';
import { useWorkbench } from './support.mjs';

const ui = useWorkbench();

beforeEach(({ task }) => ui.pictureOnFailure(task.name.replaceAll(/\W+/g, '-')));

describe('The account views', () => {
  it('show keys with their state and log groups with their key', async () => {
    const { workbench } = ui;
    await workbench.openViewContainer('Sealwright');
    // Rows come first, and what only DescribeKey tells comes a moment later.
    for (const [row, detail] of [
      ['old-data', 'Disabled'],
      ['retired-2024', 'Pending deletion'],
      ['/app/api', 'app-logs'],
    ]) {
      await workbench.treeRow(row).filter({ hasText: detail }).waitFor();
    }
  });

  it('open the policy of a key', async () => {
    const { workbench } = ui;
    await workbench.chooseFromMenuOf(workbench.treeRow('batch-logs'), 'Open Key Policy');
    await workbench.page.locator('.tab.active').filter({ hasText: 'batch-logs' }).waitFor();
    await workbench.page.locator('.view-line').filter({ hasText: 'kms:' }).first().waitFor();
  });

  it('follow the profile, and say when nothing can be shown', async () => {
    const { workbench } = ui;
    for (const [profile, text] of [
      ['sample-audit', 'kms:ListKeys'],
      ['sample-expired', 'expired'],
      ['sample-empty', 'no KMS keys'],
    ]) {
      await workbench.command('Sealwright: Switch AWS Profile...');
      await workbench.pick(profile);
      await workbench.page.locator('.welcome-view-content').filter({ hasText: text }).first().waitFor();
    }
    await workbench.command('Sealwright: Switch AWS Profile...');
    await workbench.pick('other-account');
    await workbench.treeRow('central-logs').waitFor();
    await workbench.statusItem('4444').filter({ hasText: 'eu-west-1' }).waitFor();
  });
});
