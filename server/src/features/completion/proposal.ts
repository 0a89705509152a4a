import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { FeatureOptions } from '../options.js';
import { toRange } from '../ranges.js';
import type { Cursor } from './cursor.js';
import { escapeSnippet, plainText } from './snippetText.js';

/** What the documentation of an item is made of, once somebody looks at the item. */
type DocumentationData =
  | { readonly about: 'action' | 'condition-key' | 'service-principal'; readonly name: string; readonly kind: string }
  | { readonly about: 'operator' | 'element'; readonly name: string };

/** One thing that can be written at the cursor, before it is fitted into the text there. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly insert:
    | { readonly kind: 'string'; readonly text: string }
    /** The inside of a string, with placeholders. */
    | { readonly kind: 'string-snippet'; readonly snippet: string }
    /** Anything but a string, with placeholders. */
    | { readonly kind: 'json'; readonly snippet: string };
  /** For a key: the value to write behind the colon, with placeholders. */
  readonly value?: string;
  readonly detail?: string;
  /** Lower comes first; within one rank by label. */
  readonly rank: number;
  readonly deprecated?: boolean;
  readonly documentation?: DocumentationData;
  /** Text documentation that costs nothing to make. */
  readonly note?: string;
  /** Ask again once it is inserted: what follows can be completed too. */
  readonly continues?: boolean;
}

/** Fits proposals into the text at the cursor: quotes, colon, commas, and what the editor filters by. */
export function toCompletionItems(
  proposals: readonly Proposal[],
  cursor: Cursor,
  document: TextDocument,
  options: FeatureOptions,
): CompletionItem[] {
  const range = toRange(document, cursor.replace);
  const isQuoted = document.getText(range).startsWith('"');
  const additionalTextEdits =
    cursor.commaBefore === undefined
      ? undefined
      : [{ range: toRange(document, { start: cursor.commaBefore, end: cursor.commaBefore }), newText: ',' }];
  return proposals.map((proposal): CompletionItem => {
    const snippet = toSnippet(proposal, cursor);
    const hasPlaceholders = options.snippets && /(^|[^\\])\$/.test(snippet);
    return {
      label: proposal.label,
      kind: proposal.kind,
      // VS Code's own JSON support offers strings of the document as they stand; "!" sorts before their quote.
      sortText: `!${String(proposal.rank).padStart(2, '0')} ${proposal.label}`,
      filterText: isQuoted ? JSON.stringify(proposal.label) : proposal.label,
      insertTextFormat: hasPlaceholders ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.adjustIndentation,
      textEdit: { range, newText: hasPlaceholders ? snippet : plainText(snippet) },
      ...(additionalTextEdits !== undefined && { additionalTextEdits }),
      ...(proposal.detail !== undefined && { detail: proposal.detail }),
      ...(proposal.deprecated === true && { tags: [CompletionItemTag.Deprecated] }),
      ...(proposal.note !== undefined && { documentation: { kind: 'markdown', value: proposal.note } }),
      ...(proposal.documentation !== undefined && { data: proposal.documentation }),
      ...(proposal.continues === true &&
        options.triggerSuggest === true && {
          command: { title: 'Suggest', command: 'editor.action.triggerSuggest' },
        }),
    };
  });
}

function toSnippet({ insert, value }: Proposal, cursor: Cursor): string {
  const own =
    insert.kind === 'string'
      ? escapeSnippet(JSON.stringify(insert.text))
      : insert.kind === 'string-snippet'
        ? `"${insert.snippet}"`
        : insert.snippet;
  const isWholeEntry = value !== undefined && cursor.inKey && !cursor.hasColon;
  return `${own}${isWholeEntry ? `: ${value}` : ''}${cursor.commaAfter ? ',' : ''}`;
}

/** A proposal of a literal string. */
export function text(
  label: string,
  rank: number,
  more: Partial<Omit<Proposal, 'label' | 'insert' | 'rank'>> = {},
): Proposal {
  return { label, rank, insert: { kind: 'string', text: label }, kind: CompletionItemKind.Value, ...more };
}
