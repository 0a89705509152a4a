import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../support/paths.mjs';
import { atEnd } from '../support/processes.mjs';
import { launchBrowser } from './browser.mjs';
import { linkCheckout } from './extensions.mjs';
import { startServer } from './server.mjs';
import { createWorkbench } from './workbench.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

/**
 * Opens VS Code with the extension on a copy of the sample workspace, for a scenario that clicks and types.
 * @param {import('./install.mjs').Host} host
 * @param {object} [options]
 * @param {'en' | 'ko'} [options.locale]
 * @param {boolean} [options.trustEverything] False: Restricted Mode.
 * @param {Record<string, unknown>} [options.settings] User settings.
 * @param {Record<string, string>} [options.env] Environment of the extension host.
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {readonly string[]} [options.fonts] Folders with fonts for pictures.
 * @returns {Promise<{ workbench: ReturnType<typeof createWorkbench>, workspace: string, close: () => Promise<void> }>}
 */
export async function openWorkbench(host, options = {}) {
  const { viewport = { width: 1280, height: 800 }, fonts, ...serverOptions } = options;
  const closers = [];
  const close = async () => {
    for (const action of closers.splice(0).reverse()) {
      await action();
    }
  };
  try {
    const workspace = join(await mkdtemp(join(tmpdir(), 'sealwright-ui-')), 'sample');
    closers.push(atEnd(() => rm(join(workspace, '..'), { recursive: true, force: true, maxRetries: 5 })));
    await cp(inRoot('samples/workspace'), workspace, { recursive: true });
    const server = await startServer({ host, ...serverOptions, prepareExtensions: linkCheckout });
    closers.push(server.close);
    const { browser, close: closeBrowser } = await launchBrowser(host, fonts === undefined ? {} : { fonts });
    closers.push(closeBrowser);
    const page = await browser.newPage({ viewport });
    await page.goto(workbenchUrl(server, { workspace }), { timeout: 60_000 });
    const workbench = createWorkbench(page, workspace);
    await workbench.ready();
    return { workbench, workspace, close };
  } catch (error) {
    await close();
    throw error;
  }
}
