import { pathToFileURL } from 'node:url';

/**
 * The address of a workbench on a folder.
 * @param {{ authority: string }} server
 * @param {object} options
 * @param {string} options.workspace Folder to open.
 * @param {string} [options.extension] Folder of an extension under development.
 * @param {string} [options.tests] Module whose `run` the extension host calls; the page ends with it.
 * @param {string} [options.token] Connection token.
 */
export function workbenchUrl({ authority }, { workspace, extension, tests, token }) {
  const url = new URL(`http://${authority}/`);
  if (token !== undefined) {
    url.searchParams.set('tkn', token);
  }
  url.searchParams.set('folder', toPath(workspace));
  const remote = (path) => `vscode-remote://${authority}${toPath(path)}`;
  const payload = [
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
  ];
  if (payload.length > 0) {
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}

/** `/a/b`, or `/c:/a/b` on Windows, as VS Code writes paths in URIs. */
const toPath = (path) => decodeURIComponent(pathToFileURL(path).pathname);
