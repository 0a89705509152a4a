/** Escapes text that stands outside placeholders of an LSP snippet, where `$` and `\` have a meaning. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

/** The text that a snippet stands for when nobody fills it in: placeholders give their default or first choice. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/(^|[^\\])\$(?:\{\d+:([^}]*)\}|\{\d+\|([^,|]*)[^}]*\|\}|\{\d+\}|\d+)/g, replacePlaceholder)
    .replace(/(^|[^\\])\$(?:\{\d+:([^}]*)\}|\{\d+\|([^,|]*)[^}]*\|\}|\{\d+\}|\d+)/g, replacePlaceholder)
    .replace(/\\([\\$}])/g, '$1');
}

function replacePlaceholder(_whole: string, before: string, text?: string, choice?: string): string {
  return before + (text ?? choice ?? '');
}
