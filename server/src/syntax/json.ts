import { type FrontEnd, MAX_DEPTH, type ParsedSource } from './frontEnd.js';
import { createJsonEditor } from './jsonEditor.js';
import { readAnyText } from './jsonMistakes.js';
import { readWellFormed } from './jsonReader.js';

/** JSON and JSON with comments. Comments and trailing commas are problems in `json` and welcome in `jsonc`. */
export const jsonFrontEnd: FrontEnd = { languageIds: ['json', 'jsonc'], parse: parseJson };

function parseJson(text: string, languageId: string): ParsedSource {
  const options = { isLenient: languageId === 'jsonc', maxDepth: MAX_DEPTH };
  const { root, problems, comments } = readWellFormed(text, options) ?? readAnyText(text, options);
  return { text, languageId, root, problems, comments, editor: createJsonEditor(text, root, comments) };
}
