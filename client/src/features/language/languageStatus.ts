import * as vscode from 'vscode';
import type { DocumentKindInfo } from '../../../../protocol/src/documentKind.js';
import { confidenceText, kindText, sizeText } from './kindTexts.js';

/** Share of the size limit from which the status shows a warning. */
const SIZE_WARNING = 0.9;

/** Shows in the editor's language menu what kind of policy the active document is, how sure that is, and its size. */
export class PolicyLanguageStatus implements vscode.Disposable {
  readonly #kinds = new Map<string, DocumentKindInfo>();
  readonly #listeners: vscode.Disposable;
  #item: vscode.LanguageStatusItem | undefined;

  constructor(onDocumentKind: vscode.Event<DocumentKindInfo>) {
    this.#listeners = vscode.Disposable.from(
      onDocumentKind((info) => this.#learn(info)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#kinds.delete(document.uri.toString())),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
    );
  }

  /** What the server last said of a document. */
  find(uri: vscode.Uri): DocumentKindInfo | undefined {
    return this.#kinds.get(uri.toString());
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#item?.dispose();
  }

  #learn(info: DocumentKindInfo): void {
    // The editor and the protocol may spell the same address differently (encoded colons): go through one spelling.
    this.#kinds.set(vscode.Uri.parse(info.uri).toString(), info);
    this.#show();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const info = document === undefined ? undefined : this.find(document.uri);
    const isDeclaredNone = info?.kind === 'none' && info.confidence === 'declared';
    if (document === undefined || info === undefined || (info.kind === 'none' && !isDeclaredNone)) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    // The item speaks of the active document only, so the language is selector enough.
    const selector = { language: document.languageId };
    this.#item ??= vscode.languages.createLanguageStatusItem('sealwright.policyKind', selector);
    this.#item.selector = selector;
    fillItem(this.#item, info);
  }
}

function fillItem(item: vscode.LanguageStatusItem, info: DocumentKindInfo): void {
  const { kind, confidence, reason, bytes, maxBytes, knowledgeDate } = info;
  const isLarge = maxBytes !== undefined && bytes > maxBytes * SIZE_WARNING;
  item.name = vscode.l10n.t('Policy kind (Sealwright)');
  item.text =
    kind === 'unknown' ? kindText(kind) : vscode.l10n.t('{0} ({1})', kindText(kind), confidenceText(confidence));
  item.detail = [reason, sizeText(info), vscode.l10n.t('IAM data of {0}', knowledgeDate)].join(' · ');
  item.severity = isLarge ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
  item.command = { command: 'sealwright.changePolicyKind', title: vscode.l10n.t('Change Kind') };
}
