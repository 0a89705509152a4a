import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout, without a trailing separator. */
export const root = join(fileURLToPath(new URL('../..', import.meta.url)), '.');

/** Absolute path of something in the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** The extension's manifest. */
export const readManifest = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
