import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { parseServiceData } from '../knowledge/serviceData.js';
import type { ServiceDataSource } from '../knowledge/serviceReference.js';

/** Where a service's line stands in the file, in bytes. */
interface Place {
  readonly start: number;
  readonly length: number;
}

/**
 * Reads the reference data of services from `services.jsonl` in a directory: `dist/knowledge` of an installation, or
 * `server/src/knowledge/generated/services` of a checkout. Its lines are looked up when the first service is asked for,
 * and only those of services that are asked for stay in memory: the whole file is larger than all else that we keep.
 *
 * @throws Error (from `load`) when the file cannot be read: the installation is broken.
 */
export function createNodeKnowledgeLoader(directory: string): ServiceDataSource {
  const file = path.join(directory, 'services.jsonl');
  let places: ReadonlyMap<string, Place> | undefined;
  return {
    load(prefix) {
      places ??= findPlaces(readFileSync(file));
      const place = places.get(prefix);
      return place === undefined ? undefined : parseServiceData(readAt(file, place), prefix);
    },
  };
}

/** Each line begins with the prefix of its service and a blank. */
function findPlaces(content: Buffer): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (let start = 0; start < content.length; ) {
    const lineEnd = content.indexOf('\n', start);
    const end = lineEnd < 0 ? content.length : lineEnd;
    const prefix = content.toString('utf8', start, content.indexOf(' ', start));
    places.set(prefix, { start, length: end - start });
    start = end + 1;
  }
  return places;
}

function readAt(file: string, { start, length }: Place): string {
  const descriptor = openSync(file, 'r');
  try {
    const line = Buffer.alloc(length);
    readSync(descriptor, line, 0, length, start);
    return line.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
