import type { Json, SettingRef } from './plan.js';

/** Something that can be read, written and read back. Both reject with an `AwsFailureError`. */
export interface Setting {
  read(): Promise<Json>;
  write(value: Json): Promise<void>;
  /** True when two values mean the same to AWS: a policy in another order is the same policy. */
  isSame(a: Json, b: Json): boolean;
}

/** Finds settings by name. What they do, they do as the session that the catalogue was made for. */
export interface SettingCatalog {
  /** Undefined for a kind that nobody knows, or an account or Region that the session is not signed in to. */
  find(ref: SettingRef): Setting | undefined;
}

/** Equality of plain data; objects regardless of the order of their members. */
export function isSameJson(a: Json, b: Json): boolean {
  if (a === b) {
    return true;
  }
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isSameJson(item, b[index] ?? null));
  }
  if (isRecord(a) && isRecord(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => name in b && isSameJson(a[name] ?? null, b[name] ?? null))
    );
  }
  return false;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
