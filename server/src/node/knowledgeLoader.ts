import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseServiceData } from '../knowledge/serviceData.js';
import type { ServiceDataSource } from '../knowledge/serviceReference.js';

/**
 * Reads the reference data of services from `services.jsonl` in a directory: `dist/knowledge` of an installation, or
 * `server/src/knowledge/generated/services` of a checkout. The file is read once, when the first service is asked for.
 *
 * @throws Error (from `load`) when the file cannot be read: the installation is broken.
 */
export function createNodeKnowledgeLoader(directory: string): ServiceDataSource {
  let text: string | undefined;
  return {
    load(prefix) {
      text ??= readFileSync(path.join(directory, 'services.jsonl'), 'utf8');
      return parseServiceData(text, prefix);
    },
  };
}
