import type { Json } from '../../aws/ports.js';
import { canonicalStatement } from './canonicalPolicy.js';
import { isJsonObject, isList } from './json.js';

/** A statement that both sides changed, each in its own way. */
export interface PolicyConflict {
  /** The `Sid`, where there is one. */
  readonly name: string;
}

export interface MergedPolicy {
  /** Formatted. Of a conflict it holds our side. */
  readonly text: string;
  readonly conflicts: readonly PolicyConflict[];
}

/**
 * Joins two changes of one policy, statement by statement: line by line would fail, since KMS gives policies back in
 * another order than they were put. What either side added is there, what either side removed is gone.
 *
 * @param base what both sides began with
 * @returns undefined when one of the texts is no policy
 */
export function mergePolicies(base: string, ours: string, theirs: string): MergedPolicy | undefined {
  const [b, o, t] = [read(base), read(ours), read(theirs)];
  if (b === undefined || o === undefined || t === undefined) {
    return undefined;
  }
  const removedByThem = [...b.statements.keys()].filter((key) => !t.statements.has(key));
  const addedByThem = [...t.statements].filter(([key]) => !b.statements.has(key));
  const removedByUs = new Set([...b.statements.keys()].filter((key) => !o.statements.has(key)));
  const addedByUs = [...o.statements].filter(([key]) => !b.statements.has(key));
  // Both sides replaced the same statement, and not by the same one.
  const fought = removedByThem
    .filter((key) => removedByUs.has(key))
    .map((key) => nameOf(b.statements.get(key) ?? null));
  const ourNames = new Map(addedByUs.map(([key, statement]) => [nameOf(statement), key]));
  const isConflict = ([key, statement]: readonly [string, Json]) => {
    const name = nameOf(statement);
    const ourKey = ourNames.get(name);
    return name !== '' && ourKey !== undefined && ourKey !== key;
  };
  const conflicts = addedByThem.filter(isConflict).map(([, statement]) => ({ name: nameOf(statement) }));
  const unnamed = fought.filter((name) => name === '').length > 0 && addedByUs.length > 0 && addedByThem.length > 0;
  const kept = [...o.statements].filter(([key]) => !removedByThem.includes(key)).map(([, statement]) => statement);
  const theirNews = addedByThem
    .filter((entry) => !o.statements.has(entry[0]) && !isConflict(entry))
    .map(([, statement]) => statement);
  const head = Object.fromEntries(
    ['Version', 'Id'].flatMap((name) => {
      const value = isSame(o.head[name], b.head[name]) ? t.head[name] : o.head[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const merged = { ...head, Statement: [...kept, ...theirNews] };
  return {
    text: `${JSON.stringify(merged, undefined, 2)}\n`,
    conflicts: unnamed && conflicts.length === 0 ? [{ name: '' }] : conflicts,
  };
}

interface ReadPolicy {
  readonly head: { readonly [name: string]: Json };
  /** By canonical form, in the order of the text. */
  readonly statements: ReadonlyMap<string, Json>;
}

function read(text: string): ReadPolicy | undefined {
  try {
    const value = JSON.parse(text) as Json;
    if (!isJsonObject(value)) {
      return undefined;
    }
    const { Statement: statements = [], ...head } = value;
    const list = isList(statements) ? statements : [statements];
    return { head, statements: new Map(list.map((statement) => [canonicalStatement(statement), statement])) };
  } catch {
    return undefined;
  }
}

function nameOf(statement: Json): string {
  const sid = isJsonObject(statement) ? statement['Sid'] : undefined;
  return typeof sid === 'string' ? sid : '';
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
