import { createHash } from 'node:crypto';

/** A UUID that depends on nothing but its text: the endpoint has no randomness. */
export function uuidOf(text: string): string {
  const hex = hexOf(text, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function hexOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** Unique ids of principals look like `AROA` + 17 capitals and digits. */
export function uniqueIdOf(prefix: string, text: string): string {
  return prefix + hexOf(text, 17).toUpperCase();
}
