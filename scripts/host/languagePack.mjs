import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes Korean an available display language of a VS Code server. Microsoft's Korean pack is not on npm, so VS Code's own
 * texts stay English; what counts is that the extension is started in Korean and loads its Korean texts.
 * @param {string} userData The server's user-data folder.
 */
export async function installKorean(userData) {
  const pack = join(userData, 'korean');
  await mkdir(pack, { recursive: true });
  const translations = join(pack, 'main.i18n.json');
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const packs = {
    ko: {
      hash: 'sealwright-korean-1',
      extensions: [{ extensionIdentifier: { id: 'sealwright.korean' }, version: '1.0.0' }],
      translations: { vscode: translations },
      label: '한국어',
    },
  };
  await writeFile(join(userData, 'languagepacks.json'), JSON.stringify(packs));
}
