import type { AnalysisSettings } from './settings.js';

/** What a client may tell the server at `initialize`. All fields are optional: any LSP client works without them. */
export interface InitializationOptions {
  /** Settings before the first `workspace/configuration` answer. */
  readonly settings?: Partial<AnalysisSettings>;
  /** True when the editor reports JSON syntax errors itself: ours would stand twice. Default false. */
  readonly editorReportsJsonSyntax?: boolean;
  /** False when the editor formats JSON itself (two formatters make it ask which one). Default true. */
  readonly provideFormatter?: boolean;
  /** True to be sent `sealwright/documentKind`; a client that does not know that message should not get it. Default false. */
  readonly announceDocumentKinds?: boolean;
  /** True when the editor has VS Code's command `editor.action.triggerSuggest`. Default: true for VS Code by its name. */
  readonly triggerSuggest?: boolean;
}
