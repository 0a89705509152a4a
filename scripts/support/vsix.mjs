import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { inRoot, readManifest } from './paths.mjs';

const vsce = createRequire(import.meta.url)('@vscode/vsce');

/**
 * Packs the extension as it was built. Dependencies are inside the bundles already.
 * @returns {Promise<{ file: string, files: readonly string[] }>} The VSIX, and what is in it (paths in the checkout).
 * @throws {Error} when vsce finds something wrong with the manifest or with a file that it names.
 */
export async function packageExtension() {
  const { name, version } = readManifest();
  const file = inRoot(`out/${name}-${version}.vsix`);
  await mkdir(inRoot('out'), { recursive: true });
  await vsce.createVSIX({ cwd: inRoot(), packagePath: file, dependencies: false });
  return { file, files: await listPackagedFiles() };
}

/** Paths, with forward slashes, of what the extension package holds. */
export async function listPackagedFiles() {
  const files = await vsce.listFiles({ cwd: inRoot(), packageManager: vsce.PackageManager.None });
  return files.map((path) => path.replaceAll('\\', '/'));
}
