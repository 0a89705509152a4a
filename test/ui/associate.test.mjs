import { beforeEach, describe, expect, it } from 'vitest';
import { useWorkbench } from './support.mjs';

const ui = useWorkbench();
const APP_LOGS = 'arn:aws:kms:us-east-1:111122223333:key/5c8b1a42-7f0e-4d21-9b3a-0c6f1e8d2a11';

beforeEach(({ task }) => ui.pictureOnFailure(task.name.replaceAll(/\W+/g, '-')));

async function startOn(logGroup) {
  const { workbench } = ui;
  await workbench.dismiss();
  await workbench.openViewContainer('Sealwright');
  await workbench.chooseFromMenuOf(workbench.treeRow(logGroup), 'Associate KMS Key');
  return workbench;
}

describe('Associating a key with a log group', () => {
  it('checks the policy, says what will happen, and shows the key in the tree', async () => {
    const workbench = await startOn('/app/web');
    await workbench.pick('app-logs');
    expect((await workbench.quickPickRows('Check the Key Policy')).join('\n')).toContain(
      'The key policy lets "logs.us-east-1.amazonaws.com" use the key',
    );
    await workbench.pick('Continue');
    const confirmation = await workbench.dialog().text();
    expect(confirmation).toContain('/app/web');
    expect(confirmation).toContain('Account 111122223333, Region us-east-1');
    expect(await ui.requests('AssociateKmsKey')).toEqual([]);

    await workbench.dialog().press('Associate');
    await workbench.notification('The log group "/app/web" now uses the key "app-logs"').waitFor();
    await workbench.treeRow('/app/web').filter({ hasText: 'app-logs' }).waitFor();
    expect(await ui.requests('AssociateKmsKey')).toMatchObject([{ status: 200, input: { kmsKeyId: APP_LOGS } }]);
  });

  it('stops at a key whose policy does not let CloudWatch Logs use it', async () => {
    const before = await ui.requests('AssociateKmsKey');
    const workbench = await startOn('/app/api');
    await workbench.pick('batch-logs');
    const rows = await workbench.quickPickRows('Check the Key Policy');
    expect(rows.join('\n')).toContain('POL-');
    expect(rows.some((row) => row.startsWith('Continue'))).toBe(false);
    await workbench.dismiss();
    expect(await ui.requests('AssociateKmsKey')).toEqual(before);
  });

  it('changes nothing when the confirmation is cancelled', async () => {
    const before = await ui.requests('AssociateKmsKey');
    const workbench = await startOn('/app/batch/nightly');
    await workbench.pick('app-logs');
    await workbench.pick('Continue');
    await workbench.dialog().press('Cancel');
    await workbench.settle();
    expect(await ui.requests('AssociateKmsKey')).toEqual(before);
    await workbench.treeRow('/app/batch/nightly').filter({ hasText: 'no customer key' }).waitFor();
  });
});
