import * as vscode from 'vscode';
import { KEY_POLICY_SCHEME } from '../../platform/documentSelector.js';

/**
 * Tells the saves that somebody asked for from those that the editor makes by itself, after a delay or when it loses the
 * focus: only the former are a wish to go on. A file system is not told why it is written; the editor says so just before.
 */
export class ManualSaves implements vscode.Disposable {
  readonly #asked = new Set<string>();
  readonly #listener: vscode.Disposable;

  constructor() {
    this.#listener = vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
      if (uri.scheme !== KEY_POLICY_SCHEME) {
        return;
      }
      if (reason === vscode.TextDocumentSaveReason.Manual) {
        this.#asked.add(uri.toString());
      } else {
        this.#asked.delete(uri.toString()); // an earlier save that was asked for has failed
      }
    });
  }

  /** True when the write of this document that has just come was asked for; the next one is another matter. */
  take(uri: vscode.Uri): boolean {
    return this.#asked.delete(uri.toString());
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
