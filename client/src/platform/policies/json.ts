import type { Json } from '../../aws/ports.js';

/** Equality of plain data; objects regardless of the order of their members. */
export function isSameJson(a: Json, b: Json): boolean {
  if (a === b) {
    return true;
  }
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index] ?? null));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => name in b && isSameJson(a[name] ?? null, b[name] ?? null))
    );
  }
  return false;
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isJsonObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
