import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest, root } from '../support/paths.mjs';
import { run } from '../support/processes.mjs';
import { packageExtension } from '../support/vsix.mjs';

/**
 * Makes the checkout an installed extension: VS Code loads what lies in its extensions folder, so that after a rebuild
 * "Developer: Reload Window" is enough.
 */
export async function linkCheckout(directory) {
  const { publisher, name, version } = readManifest();
  await symlink(root, join(directory, `${publisher}.${name}-${version}`), 'junction');
}

/**
 * Packs the extension and installs the package, as a user would.
 * @param {import('./install.mjs').Host} host
 * @param {string} directory The extensions folder, in the server's data folder.
 */
export async function installPackage(host, directory) {
  const { file } = await packageExtension();
  const folders = ['--extensions-dir', directory, '--server-data-dir', join(directory, '..')];
  const { code, output } = await run(host.node, [host.serverMain, '--install-extension', file, ...folders], {
    quiet: true,
  });
  if (code !== 0) {
    throw new Error(`VS Code refuses "${file}":\n${output}`);
  }
}
