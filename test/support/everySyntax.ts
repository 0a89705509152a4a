import { readMarked } from './marked.js';

/** One way to write the document of a case; what is found in it must be the same in every way. */
export interface Rendering {
  readonly name: string;
  readonly languageId: 'json' | 'jsonc';
  /** With `«` and `»` round the expected spans, like the text that the case has. */
  readonly text: string;
  /** True when the text differs from that of the case in no more than its line ends, so that a fixed text must too. */
  readonly hasSameLayout: boolean;
}

interface Source {
  readonly text: string;
  readonly languageId: 'json' | 'jsonc';
}

/** Writes the document anew; undefined where it cannot or need not. A new syntax is one more of these. */
type Renderer = (source: Source) => Rendering | undefined;

const asWritten: Renderer = ({ text, languageId }) => ({ name: 'as written', languageId, text, hasSameLayout: true });

const withCrlf: Renderer = ({ text, languageId }) =>
  text.includes('\n')
    ? { name: 'with CRLF', languageId, text: text.replace(/\n/g, '\r\n'), hasSameLayout: true }
    : undefined;

const onOneLine: Renderer = ({ text, languageId }) => ({
  name: 'on one line',
  languageId,
  text: withBlanks(text, ''),
  hasSameLayout: false,
});

const onManyLines: Renderer = ({ text, languageId }) => ({
  name: 'on many lines',
  languageId,
  text: withBlanks(text, '\n\t'),
  hasSameLayout: false,
});

const withComments: Renderer = ({ text, languageId }) =>
  languageId === 'json'
    ? { name: 'as JSON with comments', languageId: 'jsonc', text: `// A policy.\n${text}`, hasSameLayout: false }
    : undefined;

/** Those that change nothing that any rule could be about. */
const EXACT: readonly Renderer[] = [asWritten, withCrlf];

const OTHER_LAYOUTS: readonly Renderer[] = [onOneLine, onManyLines, withComments];

/** Rules about the text itself, or the language: its grammar, its size, its comments. */
const ABOUT_TEXT = new Set([
  'json-syntax',
  'kind-unknown',
  'policy-too-large',
  'policy-near-limit',
  'suppression-without-reason',
]);

/** The ways to write a case for a rule. Documents that are no JSON, being half typed, have no other layout. */
export function renderingsOf(ruleId: string, source: Source): readonly Rendering[] {
  const renderers = ABOUT_TEXT.has(ruleId) || !isJson(source.text) ? EXACT : [...EXACT, ...OTHER_LAYOUTS];
  return renderers.flatMap((render) => render(source) ?? []);
}

function isJson(marked: string): boolean {
  try {
    JSON.parse(readMarked(marked).text);
    return true;
  } catch {
    return false;
  }
}

/** Puts other blanks where JSON has them, or may: marks stay at what they stand round. */
function withBlanks(marked: string, blank: string): string {
  const tokens = marked.match(/"(?:[^"\\]|\\.)*"|[^\s"{}[\],:«»]+|[{}[\],:«»]/g) ?? [];
  return tokens.reduce((text, token, index) => {
    const before = tokens[index - 1];
    // A mark that opens belongs to what follows, one that closes to what came before.
    const isHeld = before === undefined || before === '«' || token === '»' || token === ':' || token === ',';
    return text + (isHeld ? '' : blank) + token;
  }, '');
}
