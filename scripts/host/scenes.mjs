import { keyScenes } from './keyScenes.mjs';

/**
 * The scenes that screenshots.mjs plays. They go by what stands on the screen in English or Korean.
 * @typedef {ReturnType<typeof import('./workbench.mjs').createWorkbench>} Workbench
 * @typedef {object} Scene
 * @property {string} name
 * @property {string} [profile] AWS profile to begin with. Default: `sample`.
 * @property {boolean} [trustEverything] False: Restricted Mode.
 * @property {(workbench: Workbench, shot: (label?: string) => Promise<void>) => Promise<void>} play
 */

/** @type {readonly Scene[]} */
export const scenes = [
  {
    name: 'findings',
    async play(workbench, shot) {
      await workbench.openFile('mistakes/typos.json');
      await workbench.problems();
      await shot();
    },
  },
  {
    name: 'hover',
    async play(workbench, shot) {
      await workbench.languageReady();
      await workbench.openFile('key-policies/app-logs-key.json');
      await workbench.goToText('kms:GenerateDataKey*', 8);
      await workbench.hover();
      await shot('action');
      await workbench.dismiss();
      await workbench.goToText('kms:EncryptionContext', 8);
      await workbench.hover();
      await shot('condition-key');
    },
  },
  {
    name: 'completion',
    async play(workbench, shot) {
      await workbench.languageReady();
      await workbench.openFile('key-policies/app-logs-key.json');
      await workbench.goToText(', "kms:ReEncrypt*"', 0);
      await workbench.type(', "kms:Generate');
      await workbench.suggestion('kms:GenerateDataKeyPair');
      await workbench.settle();
      await shot();
    },
  },
  {
    name: 'trees',
    async play(workbench, shot) {
      await workbench.openViewContainer('Sealwright');
      await workbench.treeRow('payments-logs').waitFor();
      await workbench.treeRow('/app/web').waitFor();
      await shot();
    },
  },
  {
    name: 'associate',
    async play(workbench, shot) {
      await workbench.openViewContainer('Sealwright');
      await workbench.chooseFromMenuOf(workbench.treeRow('/app/web'), /Associate|연결/);
      await workbench.quickPickRows(/1\/2/);
      await shot('1-key');
      await workbench.pick('app-logs');
      await workbench.quickPickRows(/2\/2/);
      await shot('2-preflight');
      await workbench.page.keyboard.press('Enter');
      await workbench.dialog().text();
      await workbench.settle();
      await shot('3-confirmation');
      await workbench.page.keyboard.press('Enter');
      await workbench.notification('app-logs').waitFor();
      await workbench.treeRow('/app/web').filter({ hasText: 'app-logs' }).waitFor();
      await workbench.page.waitForTimeout(1_500); // the progress fades out
      await shot('4-result');
    },
  },
  ...keyScenes,
  // A profile that no file knows: nobody is signed in.
  { ...welcome('no-credentials', 'nobody'), env: { AWS_REGION: 'us-east-1' } },
  welcome('access-denied', 'sample-audit'),
  welcome('expired', 'sample-expired'),
  welcome('empty', 'sample-empty'),
  { ...welcome('restricted', 'sample'), trustEverything: false },
];

/** What stands in place of the trees. */
function welcome(name, profile) {
  return {
    name: `welcome-${name}`,
    profile,
    async play(workbench, shot) {
      await workbench.openViewContainer('Sealwright');
      await workbench.page.locator('.welcome-view-content').first().waitFor();
      await workbench.settle();
      await shot();
    },
  };
}
