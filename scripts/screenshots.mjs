/**
 * `node scripts/screenshots.mjs [NAME...]`: takes the pictures below in a real VS Code, into out/screenshots.
 * --locale ko takes them in Korean, --theme light|dark|contrast in that theme (all three by default).
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../esbuild.mjs';
import { ensureFonts } from './host/fonts.mjs';
import { ensureHost } from './host/install.mjs';
import { openWorkbench } from './host/openWorkbench.mjs';
import { scenes } from './host/scenes.mjs';
import { inRoot } from './support/paths.mjs';
import { atEnd, endProcess } from './support/processes.mjs';
import { startSampleAws } from './support/sampleAws.mjs';

const THEMES = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Default High Contrast' };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { locale: { type: 'string', default: 'en' }, theme: { type: 'string', multiple: true } },
});
const themes = values.theme ?? Object.keys(THEMES);
const chosen = scenes.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const folder = inRoot('out/screenshots');
await mkdir(folder, { recursive: true });
await build();
const host = await ensureHost();
const fonts = await ensureFonts();
const scratch = await mkdtemp(join(tmpdir(), 'sealwright-pictures-'));
atEnd(() => rm(scratch, { recursive: true, force: true }));

let failures = 0;
for (const theme of themes) {
  for (const scene of chosen) {
    // An endpoint of its own for each scene: what one changes, the next must not see.
    const aws = await startSampleAws({ directory: scratch });
    const { workbench, close } = await openWorkbench(host, {
      locale: values.locale,
      env: { ...aws.env, ...(scene.profile === undefined ? {} : { AWS_PROFILE: scene.profile }), ...scene.env },
      fonts,
      trustEverything: scene.trustEverything ?? true,
      settings: {
        'workbench.colorTheme': THEMES[theme],
        'editor.fontFamily': "'JetBrains Mono', 'Noto Sans KR'",
        'editor.minimap.enabled': false,
        'window.autoDetectColorScheme': false,
        'window.commandCenter': false,
        'window.title': '${activeEditorShort}${separator}${rootName}',
      },
    });
    const shot = async (label) => {
      const name = [scene.name, label, theme, ...(values.locale === 'en' ? [] : [values.locale])]
        .filter(Boolean)
        .join('-');
      await workbench.page.screenshot({ path: join(folder, `${name}.png`) });
      console.log(`out/screenshots/${name}.png`);
    };
    try {
      await scene.play(workbench, shot);
    } catch (error) {
      failures += 1;
      console.error(`The scene "${scene.name}" did not play to its end: ${error.message}`);
      await shot('failed');
    }
    await close();
    await aws.close();
  }
}
await endProcess(failures === 0 ? 0 : 1);
