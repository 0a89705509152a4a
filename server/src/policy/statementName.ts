import type { Statement } from './model.js';

/** A statement as people find it: its Sid in quotes, or its position from 1. */
export function statementName({ sid, index }: Statement): string {
  const name = sid?.known;
  return name === undefined || name === '' ? `#${index + 1}` : `"${name}"`;
}
