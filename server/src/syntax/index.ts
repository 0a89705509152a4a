import type { FrontEnd } from './frontEnd.js';
import { jsonFrontEnd } from './json.js';

/** One front end a syntax; adding a language is a file and a line here. */
const FRONT_ENDS: readonly FrontEnd[] = [jsonFrontEnd];

/** The front end for an editor's language id, if we read that language. */
export function findFrontEnd(languageId: string): FrontEnd | undefined {
  return FRONT_ENDS.find((frontEnd) => frontEnd.languageIds.includes(languageId));
}
