import { padEnd, textWidth } from './textWidth.js';

/** Rows of cells below a heading; a cell may have several lines. */
export interface Table {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (readonly string[])[])[];
}

/** Aligned columns for a terminal, whatever the script of the texts. */
export function toTextTable({ heading, rows }: Table): string {
  const cells = [heading.map((text) => [text]), ...rows];
  const widths = heading.map((_, column) => Math.max(...cells.flatMap((row) => (row[column] ?? []).map(textWidth)), 0));
  return cells
    .map((row) => {
      const height = Math.max(1, ...row.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        widths
          .map((width, column) => padEnd(row[column]?.[line] ?? '', width))
          .join('  ')
          .trimEnd(),
      ).join('\n');
    })
    .join('\n');
}

/** A table of GitHub's Markdown; several lines of a cell are divided by `<br>`. */
export function toMarkdownTable({ heading, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heading),
    line(heading.map(() => '---')),
    ...rows.map((row) => line(row.map((lines) => lines.map(escapeCell).join('<br>')))),
  ].join('\n');
}

function escapeCell(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, '\\$&').replace(/\s+/g, ' ');
}
