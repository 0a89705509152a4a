import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { POLICY_KINDS, type PolicyKind } from '../../protocol/src/vocabulary.js';

/** A correct policy of a known kind, kept as a file. */
export interface PolicyFixture {
  /** File name without its kind: `c11-one-log-group`. */
  readonly name: string;
  readonly kind: PolicyKind;
  readonly path: string;
  readonly text: string;
}

/** Canonical statements, each within a complete policy: what the product recommends must not be reported by it. */
export const canonicalPolicies = readFixtures('canonical');

/** Policies in the shapes that AWS's guides publish, written anew. */
export const publishedPolicies = readFixtures('published');

/** Files are named `<name>.<kind>.json`. */
function readFixtures(folder: string): readonly PolicyFixture[] {
  const directory = path.join(import.meta.dirname, '../fixtures', folder);
  return readdirSync(directory)
    .sort()
    .map((file) => {
      const [name = '', kindText] = file.split('.');
      const kind = POLICY_KINDS.find((candidate) => candidate === kindText);
      if (kind === undefined) {
        throw new Error(`The fixture "${file}" names no policy kind.`);
      }
      const filePath = path.join(directory, file);
      return { name, kind, path: filePath, text: readFileSync(filePath, 'utf8') };
    });
}
