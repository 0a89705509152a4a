import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Path of a built bundle; says what to run when there is none. */
export function bundlePath(name: 'server.js' | 'cli.js' | 'client.js' | 'aws.js'): string {
  const file = path.join(ROOT, 'dist', name);
  if (!existsSync(file)) {
    throw new Error(`"dist/${name}" is missing: run "npm run build" first.`);
  }
  return file;
}
