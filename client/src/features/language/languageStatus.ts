import * as vscode from 'vscode';
import type { DocumentKindInfo } from '../../../../protocol/src/documentKind.js';
import { confidenceText, kindText, sizeText } from './kindTexts.js';

/** Share of the size limit from which the status shows a warning. */
const SIZE_WARNING = 0.9;

/** Shows in the editor's language menu what kind of policy the active document is, how sure that is, and its size. */
export class PolicyLanguageStatus implements vscode.Disposable {
  readonly #kinds = new Map<string, DocumentKindInfo>();
  readonly #listeners: vscode.Disposable;
  #items: { readonly kind: vscode.LanguageStatusItem; readonly reason: vscode.LanguageStatusItem } | undefined;

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
    this.#hide();
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
      this.#hide();
      return;
    }
    // The items speak of the active document only, so the language is selector enough.
    const selector = { language: document.languageId };
    this.#items ??= {
      kind: vscode.languages.createLanguageStatusItem('sealwright.policyKind', selector),
      reason: vscode.languages.createLanguageStatusItem('sealwright.policyKindReason', selector),
    };
    this.#items.kind.selector = selector;
    this.#items.reason.selector = selector;
    fillKind(this.#items.kind, info);
    fillReason(this.#items.reason, info);
  }

  #hide(): void {
    this.#items?.kind.dispose();
    this.#items?.reason.dispose();
    this.#items = undefined;
  }
}

function fillKind(item: vscode.LanguageStatusItem, info: DocumentKindInfo): void {
  const { kind, confidence, bytes, maxBytes, knowledgeDate } = info;
  const isLarge = maxBytes !== undefined && bytes > maxBytes * SIZE_WARNING;
  item.name = vscode.l10n.t('Policy kind (Sealwright)');
  item.text =
    kind === 'unknown' ? kindText(kind) : vscode.l10n.t('{0} ({1})', kindText(kind), confidenceText(confidence));
  item.detail = [sizeText(info), vscode.l10n.t('IAM data of {0}', knowledgeDate)].join(' · ');
  item.severity = isLarge ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
  item.command = { command: 'sealwright.changePolicyKind', title: vscode.l10n.t('Change Kind') };
}

/** A line of its own: the menu does not wrap, and a sentence would push the command out of sight. */
function fillReason(item: vscode.LanguageStatusItem, { reason }: DocumentKindInfo): void {
  item.name = vscode.l10n.t('Reason for the policy kind (Sealwright)');
  item.text = reason;
}
