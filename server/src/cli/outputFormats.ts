import { type Table, toMarkdownTable, toTextTable } from './table.js';

/** The formats of the commands that answer questions. */
export const OUTPUT_FORMATS = ['text', 'json', 'markdown'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Parts of an answer for people: headings, paragraphs and tables. */
export type Section = { readonly heading: string } | { readonly paragraph: string } | { readonly table: Table };

/** A document for people, in the text or Markdown way. */
export function render(sections: readonly Section[], format: Exclude<OutputFormat, 'json'>): string {
  const parts = sections.map((section) => {
    if ('heading' in section) {
      return format === 'markdown' ? `## ${section.heading}` : section.heading;
    }
    if ('paragraph' in section) {
      return section.paragraph;
    }
    return format === 'markdown' ? toMarkdownTable(section.table) : toTextTable(section.table);
  });
  return `${parts.join('\n\n')}\n`;
}

export function toJson(report: unknown): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
