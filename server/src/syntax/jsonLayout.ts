/** How a JSON text is laid out, as far as it can be told from the text itself. */
export interface JsonLayout {
  readonly eol: string;
  /** One step of indentation. */
  readonly indent: string;
  /** True when the text has line breaks at all. */
  readonly multiLine: boolean;
  /** True when blanks stand after colons and commas. */
  readonly spaced: boolean;
  /** True when blanks stand inside braces: `{ "a": 1 }`. */
  readonly padded: boolean;
}

/** The indentation and line ends a text uses; two blanks and LF where it shows none. */
export function detectFormatting(text: string): {
  readonly insertSpaces: boolean;
  readonly tabSize: number;
  readonly eol: string;
} {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const usesTabs = indent.startsWith('\t');
  return {
    insertSpaces: !usesTabs,
    tabSize: usesTabs ? 4 : Math.min(indent.length, 8),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Reads the layout of a text. */
export function detectLayout(text: string): JsonLayout {
  const { insertSpaces, tabSize, eol } = detectFormatting(text);
  return {
    eol,
    indent: insertSpaces ? ' '.repeat(tabSize) : '\t',
    multiLine: text.includes('\n'),
    spaced: /": /.test(text) || !/":\S/.test(text),
    padded: /\{ "/.test(text),
  };
}

/** A value on one line. */
export function printInline(value: unknown, layout: JsonLayout): string {
  if (!layout.spaced || typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item) => printInline(item, layout)).join(', ')}]`;
  }
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printInline(item, layout)}`);
  const padding = layout.padded && entries.length > 0 ? ' ' : '';
  return `{${padding}${entries.join(', ')}${padding}}`;
}

/** A value over several lines; `base` is the indentation of the line on which it begins. */
export function printBlock(value: unknown, layout: JsonLayout, base: string): string {
  return JSON.stringify(value, null, layout.indent).replace(/\n/g, layout.eol + base);
}
