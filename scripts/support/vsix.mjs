import { mkdir } from 'node:fs/promises';
import vsce from '@vscode/vsce';
import { inRoot, readManifest } from './paths.mjs';

/**
 * Packs the extension as it was built. Dependencies are inside the bundles already.
 * @returns {Promise<{ file: string, files: readonly string[] }>} The VSIX, and what is in it (paths in the
 *   checkout, with forward slashes).
 * @throws {Error} when vsce finds something wrong with the manifest or with a file that it names.
 */
export async function packageExtension() {
  const { name, version } = readManifest();
  const file = inRoot(`out/${name}-${version}.vsix`);
  await mkdir(inRoot('out'), { recursive: true });
  await vsce.createVSIX({ cwd: inRoot(), packagePath: file, dependencies: false });
  const files = await vsce.listFiles({ cwd: inRoot(), packageManager: vsce.PackageManager.None });
  return { file, files: files.map((path) => path.replaceAll('\\', '/')) };
}
