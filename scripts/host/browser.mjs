import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from '../support/processes.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** `atEnd` closes the browser: Playwright's own handlers would end this process before the rest is undone. */
const SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/**
 * Launches a headless browser: `SEALWRIGHT_BROWSER` if set (a path), else the packaged Chromium, else an installed Chrome.
 * @param {import('./install.mjs').Host} host
 * @param {{ fonts?: readonly string[] }} [options] More folders with fonts, for pictures.
 * @returns {Promise<{ browser: import('playwright-core').Browser, close: () => Promise<void> }>}
 */
export async function launchBrowser(host, { fonts = [] } = {}) {
  const { chromium } = host.playwright;
  const chosen = process.env.SEALWRIGHT_BROWSER;
  if (chosen !== undefined || host.chromium === undefined) {
    const installed = chosen === undefined ? { channel: 'chrome' } : { executablePath: chosen };
    const browser = await chromium.launch({ ...installed, ...SIGNALS, args: FLAGS });
    return { browser, close: atEnd(() => browser.close()) };
  }
  const directory = await mkdtemp(join(tmpdir(), 'sealwright-browser-'));
  await writeFile(join(directory, 'fonts.conf'), fontConfig([host.chromium.fonts, ...fonts], join(directory, 'cache')));
  const browser = await chromium.launch({
    executablePath: host.chromium.executable,
    ...SIGNALS,
    args: FLAGS,
    env: {
      ...process.env,
      HOME: directory,
      FONTCONFIG_FILE: join(directory, 'fonts.conf'),
      // The browser's alone: the VS Code server would trip over these libraries.
      LD_LIBRARY_PATH: host.chromium.libraries,
    },
  });
  const close = atEnd(async () => {
    await browser.close();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });
  return { browser, close };
}

const fontConfig = (folders, cache) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[...folders, '/usr/share/fonts', '/usr/local/share/fonts'].map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
</fontconfig>
`;
