import * as vscode from 'vscode';
import { waitFor } from './waitFor.js';

/** Opens a document of the sample workspace in an editor, by its path in it. */
export async function openSample(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Position of the first character of a text in a document, moved by `offset` characters. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const index = document.getText().indexOf(text);
  if (index < 0) {
    throw new Error(`"${text}" does not stand in "${document.fileName}".`);
  }
  return document.positionAt(index + offset);
}

/** Our findings on a document as they are now; those of the JSON extension are left out. */
export function findingsOn(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'sealwright');
}

/** The rule of a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the first finding of a rule on a document. */
export function findingOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return waitFor(`a finding of "${rule}"`, () => findingsOn(document).find((finding) => ruleOf(finding) === rule));
}
