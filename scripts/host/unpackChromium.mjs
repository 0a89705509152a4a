/** Unpacks the browser, its libraries and its fonts into $TMPDIR. Run by install.mjs in the folder test/host. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const entry = createRequire(join(process.cwd(), 'package.json')).resolve('@sparticuz/chromium');
const { default: chromium, inflate } = await import(pathToFileURL(entry).href);
await chromium.executablePath();
// The libraries that a machine without a desktop lacks (NSS and others); the package itself unpacks them on Lambda only.
await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
