/** Escapes text that stands outside placeholders of an LSP snippet, where `$` and `\` have a meaning. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

/** An escaped character, or a tab stop: `${1:default}`, `${1|first,second|}`, `${1}` or `$1`. */
const TOKEN =
  /\\(?<escaped>[\\$}])|\$(?:\{(?<number>\d+):(?<text>(?:\\.|[^}\\])*)\}|\{(?<choices>\d+)\|(?<first>[^,|]*)[^}]*\|\}|\{(?<braced>\d+)\}|(?<bare>\d+))/g;

/**
 * The text that a snippet stands for when nobody fills it in: placeholders give their default or first choice, also where
 * they are repeated by number alone.
 */
export function plainText(snippet: string): string {
  const defaults = new Map<string, string>();
  for (const { groups = {} } of snippet.matchAll(TOKEN)) {
    const number = groups['number'] ?? groups['choices'];
    const text = groups['text'] ?? groups['first'];
    if (number !== undefined && text !== undefined && !defaults.has(number)) {
      defaults.set(number, text.replace(/\\([\\$}])/g, '$1'));
    }
  }
  return snippet.replace(TOKEN, (...args) => {
    const groups = args.at(-1) as Readonly<Record<string, string | undefined>>;
    const number = groups['number'] ?? groups['choices'] ?? groups['braced'] ?? groups['bare'] ?? '';
    return groups['escaped'] ?? defaults.get(number) ?? '';
  });
}
