import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../support/paths.mjs';
import { runNpm } from '../support/processes.mjs';

const directory = inRoot('test/host/fonts');
const stampFile = join(directory, 'node_modules/.sealwright-fonts');

/**
 * Installs the fonts of test/host/fonts (60 MB, for pictures only) unless they are there.
 * @returns {Promise<readonly string[]>} Folders for `launchBrowser`.
 */
export async function ensureFonts() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(directory, 'package-lock.json')))
    .digest('hex');
  const present = await readFile(stampFile, 'utf8').catch(() => undefined);
  if (present !== wanted) {
    const { code, output } = await runNpm(['ci', '--ignore-scripts'], { cwd: directory, quiet: true });
    if (code !== 0) {
      throw new Error(`Cannot install the fonts of "${directory}":\n${output.slice(-2000)}`);
    }
    await writeFile(stampFile, wanted);
  }
  const family = (name) => join(directory, 'node_modules/@expo-google-fonts', name);
  // Regular and bold are what an editor draws; the other weights would be offered as look-alikes.
  return ['jetbrains-mono/400Regular', 'jetbrains-mono/700Bold', 'noto-sans-kr/400Regular', 'noto-sans-kr/700Bold'].map(
    family,
  );
}
