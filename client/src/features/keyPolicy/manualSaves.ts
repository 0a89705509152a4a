import * as vscode from 'vscode';
import { KEY_POLICY_SCHEME } from '../../platform/documentSelector.js';

/**
 * Tells the saves of key policies that somebody asked for from those that the editor makes by itself, after a delay or
 * when it loses the focus: only the former are a wish to go on. Why it saves, the editor says before; that a document is
 * saved, and no longer dirty, it says afterwards.
 */
export class ManualSaves implements vscode.Disposable {
  readonly #saves = new vscode.EventEmitter<{ readonly uri: vscode.Uri; readonly isManual: boolean }>();
  readonly onDidSave = this.#saves.event;
  readonly #asked = new Set<string>();
  readonly #listeners: vscode.Disposable;

  constructor() {
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
        if (reason === vscode.TextDocumentSaveReason.Manual) {
          this.#asked.add(uri.toString());
        } else {
          this.#asked.delete(uri.toString()); // an earlier save that was asked for has failed
        }
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const isManual = this.#asked.delete(uri.toString());
        if (uri.scheme === KEY_POLICY_SCHEME) {
          this.#saves.fire({ uri, isManual });
        }
      }),
    );
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#saves.dispose();
  }
}
