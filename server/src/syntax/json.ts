import type { MappingNode } from '../source/sourceNode.js';
import type { Span } from '../source/span.js';
import { type FrontEnd, MAX_DEPTH, type ParsedSource } from './frontEnd.js';
import { createJsonEditor } from './jsonEditor.js';
import { readAnyText } from './jsonMistakes.js';
import { readWellFormed } from './jsonReader.js';

/** JSON and JSON with comments. Comments and trailing commas are problems in `json` and welcome in `jsonc`. */
export const jsonFrontEnd: FrontEnd = { languageIds: ['json', 'jsonc'], parse: parseJson, readMapping };

/** How deep a mapping may stand in a policy: in the list of statements, in the policy. */
const OUTER_DEPTH = 2;

function parseJson(text: string, languageId: string): ParsedSource {
  const options = { isLenient: languageId === 'jsonc', maxDepth: MAX_DEPTH };
  const { root, problems, comments } = readWellFormed(text, options) ?? readAnyText(text, options);
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  return { text, languageId, root, problems, comments, textOf, editor: createJsonEditor(text, root, comments) };
}

function readMapping(text: string, languageId: string, origin: number): MappingNode | undefined {
  const options = { isLenient: languageId === 'jsonc', maxDepth: MAX_DEPTH - OUTER_DEPTH, origin };
  const reading = readWellFormed(text, options);
  const { root } = reading ?? {};
  return root?.kind === 'mapping' &&
    reading?.comments.length === 0 &&
    root.span.start === origin &&
    root.span.end === origin + text.length
    ? root
    : undefined;
}
