import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What was found out about the changes of each source, in one file for each below `folder`, so that a run that was cut
 * off goes on where it stood. `hash` stands for the sources and tests that an outcome belongs to.
 */
export function createResults(folder, hash) {
  const known = new Map();

  async function outcomesOf(source) {
    const found = known.get(source) ?? (await readOutcomes(fileOf(source)));
    known.set(source, found);
    return found;
  }

  function fileOf(source) {
    return path.join(folder, `${source.replaceAll('/', '-')}.json`);
  }

  return {
    /** What notices a change (`null`: nothing), undefined when it was not tried with these sources and tests. */
    find: async (mutant) => {
      const { hash: of, outcomes } = await outcomesOf(mutant.file);
      return of === hash ? outcomes[nameOf(mutant)] : undefined;
    },
    /** Whether nothing noticed a change when it was last tried, with whatever sources and tests. */
    wentUnnoticed: async (mutant) => (await outcomesOf(mutant.file)).outcomes[nameOf(mutant)] === null,
    add: async (mutant, noticedBy) => {
      const { hash: of, outcomes } = await outcomesOf(mutant.file);
      const next = { hash, outcomes: { ...(of === hash ? outcomes : {}), [nameOf(mutant)]: noticedBy ?? null } };
      known.set(mutant.file, next);
      await mkdir(folder, { recursive: true });
      await writeFile(fileOf(mutant.file), JSON.stringify(next, undefined, 1));
    },
  };
}

function nameOf({ start, end, text }) {
  return `${start}-${end} ${text}`;
}

async function readOutcomes(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return { hash: undefined, outcomes: {} };
  }
}
