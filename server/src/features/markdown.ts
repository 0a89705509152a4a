/** Inline code that survives whatever a policy holds: backticks, pipes, line ends. */
export function code(text: string): string {
  const clean = text.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 || clean === '' ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** Several names as inline code, shortened when there are many. */
export function codeList(names: readonly string[], max = 12): string {
  const shown = names.slice(0, max).map(code).join(', ');
  return names.length > max ? `${shown}, … (+${names.length - max})` : shown;
}

export function jsonBlock(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/** Paragraphs with a blank line between them; empty ones left out. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

export function bullets(items: readonly (string | undefined)[]): string {
  return items
    .filter((item) => item !== undefined && item !== '')
    .map((item) => `- ${item}`)
    .join('\n');
}
