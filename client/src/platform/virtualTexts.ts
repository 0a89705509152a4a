import * as vscode from 'vscode';

const SCHEME = 'sealwright-text';

/** Read-only documents for one look: the live policy in a comparison, a version of the past. */
export class VirtualTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registration = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#texts.delete(uri.query)),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.query) ?? '';
  }

  /** @param name what the tab shows, with the ending of its language */
  add(name: string, text: string): vscode.Uri {
    this.#count += 1;
    const query = String(this.#count);
    this.#texts.set(query, text);
    return vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#texts.clear();
  }
}
