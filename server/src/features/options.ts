import type { ServiceReference } from '../knowledge/serviceReference.js';

/** What a feature needs to know besides the document: the reference data, and who is asking. */
export interface FeatureOptions {
  readonly reference: ServiceReference;
  /** The editor's language, e.g. `ko`; texts that are data come in it, all others through l10n. */
  readonly locale?: string | undefined;
  /** The client understands `$1` and `${1:name}` in completions. */
  readonly snippets: boolean;
  /** The client understands placeholders in the edits of code actions (LSP 3.18). */
  readonly snippetEdits?: boolean | undefined;
  /** The client knows VS Code's command `editor.action.triggerSuggest`, to go on completing after an insertion. */
  readonly triggerSuggest?: boolean | undefined;
}
