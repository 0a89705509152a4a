/**
 * Scenes of a key's life and of its policy. What is the first row of a list is taken by Enter, so that they play in either
 * language.
 * @type {readonly import('./scenes.mjs').Scene[]}
 */
export const keyScenes = [
  {
    name: 'create-key',
    async play(workbench, shot) {
      const { keyboard } = workbench.page;
      await openKeys(workbench);
      await workbench.command('Sealwright: Create Key...');
      await question(workbench, /\(1\/\d+\)|1\/\d+/);
      await shot('1-purpose');
      await keyboard.press('Enter');
      for (const step of [2, 3, 4]) {
        await question(workbench, `${step}/`);
        await shot(`${step}`);
        await keyboard.press('Enter');
      }
      await question(workbench, '5/');
      await keyboard.insertText('app/audit logs');
      await shot('5-alias');
      await keyboard.press('ControlOrMeta+A');
      await keyboard.insertText('app/audit');
      await keyboard.press('Enter');
      await question(workbench, '6/');
      await keyboard.press('Enter');
      await question(workbench, '7/');
      await workbench.pick('CloudWatch Logs');
      await shot('7-services');
      await workbench.page
        .locator('.quick-input-widget')
        .getByRole('button', { name: /OK|확인/ })
        .click();
      for (const step of [8, 9, 10]) {
        await question(workbench, `${step}/`);
        await shot(`${step}`);
        await keyboard.press('Enter');
      }
      await question(workbench, 'us-east-1');
      await workbench.settle();
      await shot('11-ready');
      await keyboard.press('Enter');
      await workbench.dialog().text();
      await workbench.settle();
      await shot('12-confirmation');
      await keyboard.press('Enter');
      await workbench.notification('app/audit').waitFor();
      await workbench.treeRow('app/audit').waitFor();
      await workbench.page.waitForTimeout(1_500); // the progress fades out
      await shot('13-result');
    },
  },
  {
    name: 'key-policy',
    async play(workbench, shot) {
      const { keyboard } = workbench.page;
      await openKeys(workbench);
      await workbench.chooseFromMenuOf(workbench.treeRow('payments-logs'), /Open Key Policy|키 정책 열기/);
      await workbench.page.locator('.tab.active').filter({ hasText: 'payments-logs' }).waitFor();
      await workbench.page.locator('.view-line').filter({ hasText: 'kms:' }).first().waitFor();
      await workbench.settle();
      await workbench.page.locator('.monaco-editor .view-lines').first().click();
      await keyboard.press('ControlOrMeta+End');
      await keyboard.press('ControlOrMeta+A');
      await keyboard.insertText(EDITED);
      await keyboard.press('ControlOrMeta+Shift+End'); // what the editor closed by itself
      await keyboard.press('Delete');
      await keyboard.press('ControlOrMeta+S');
      await question(workbench, 'payments-logs');
      await workbench.settle();
      await shot('1-review');
      await keyboard.press('Enter');
      await workbench.dialog().text();
      await workbench.settle();
      await shot('2-confirmation');
      await keyboard.press('Enter');
      await workbench.notification('payments-logs').waitFor();
      await workbench.page.waitForTimeout(1_500);
      await shot('3-result');
      await workbench.chooseFromMenuOf(workbench.treeRow('payments-logs'), /History|기록/);
      await question(workbench, 'payments-logs');
      await shot('4-history');
      await keyboard.press('Enter');
      await workbench.page.waitForTimeout(800);
      await shot('5-history-actions');
      await keyboard.press('Escape');
      await workbench.page
        .locator('.notifications-toasts .monaco-button')
        .filter({ hasText: /Undo|실행 취소/ })
        .first()
        .click();
      await workbench.dialog().text();
      await workbench.settle();
      await shot('6-undo');
    },
  },
  {
    name: 'delete-key',
    async play(workbench, shot) {
      const { keyboard } = workbench.page;
      await openKeys(workbench);
      await workbench.chooseFromMenuOf(workbench.treeRow('app-logs'), /Deletion|삭제/);
      await workbench.dialog().text();
      await workbench.settle();
      await shot('1-blast-radius');
      await keyboard.press('Enter');
      await workbench.page.locator('.quick-input-widget').waitFor();
      await workbench.settle();
      await shot('2-window');
      await keyboard.press('Enter');
      await workbench.page.waitForTimeout(800);
      await keyboard.insertText('app-logs');
      await shot('3-name');
      await keyboard.press('Enter');
      await workbench.dialog().text();
      await workbench.settle();
      await shot('4-confirmation');
    },
  },
  {
    name: 'policy-in-code',
    async play(workbench, shot) {
      const { keyboard } = workbench.page;
      await openKeys(workbench);
      await workbench.openFile('key-policies/app-logs-key.json');
      await workbench.command('Sealwright: Compare This File with a Key...');
      await workbench.pick('app-logs');
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      await workbench.settle();
      await shot('1-lens');
      await workbench.command('Sealwright: Push Policy to Keys...');
      await workbench.page.waitForTimeout(1_500);
      await shot('2-regions');
      await keyboard.press('Enter');
      await workbench.page.waitForTimeout(2_000);
      await shot('3-keys');
      await keyboard.press('Enter');
      await workbench.page.waitForTimeout(2_500);
      await shot('4-reviews');
    },
  },
];

async function openKeys(workbench) {
  await workbench.openViewContainer('Sealwright');
  await workbench.treeRow('payments-logs').waitFor();
}

/** Waits for the question with this in its title. */
async function question(workbench, title) {
  const widget = workbench.page.locator('.quick-input-widget');
  await widget.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  await workbench.page.waitForTimeout(400);
}

/** On one line: the editor indents every line that is put in. */
const EDITED = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Account',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Sid: 'Reader',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:role/Auditor' },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
  ],
});
