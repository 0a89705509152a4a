/** A member that the table itself has: every object also answers to `constructor`, which a policy may well say. */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
