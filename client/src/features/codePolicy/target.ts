import * as vscode from 'vscode';
import type { AwsSession } from '../../aws/ports.js';
import { UserError } from '../../platform/errors.js';
import type { Sessions } from '../../platform/sessions.js';
import type { PolicyLink, PolicyLinks } from './policyLinks.js';

/** The document that a command is about: the one of a lens, or the active editor's. */
export async function documentOf(target: unknown): Promise<vscode.TextDocument> {
  const active = vscode.window.activeTextEditor?.document;
  const document = target instanceof vscode.Uri ? await vscode.workspace.openTextDocument(target) : active;
  if (document === undefined || !['json', 'jsonc'].includes(document.languageId)) {
    throw new UserError(vscode.l10n.t('Open a file with a key policy in JSON first.'));
  }
  return document;
}

/** A document with the key that was chosen for it, and the session to read that key with. */
export interface LinkedDocument {
  readonly document: vscode.TextDocument;
  readonly link: PolicyLink;
  readonly session: AwsSession;
}

export async function linkedDocumentOf(
  target: unknown,
  links: PolicyLinks,
  sessions: Sessions,
): Promise<LinkedDocument> {
  const document = await documentOf(target);
  const link = links.find(document.uri);
  if (link === undefined) {
    throw new UserError(vscode.l10n.t('Choose a key for this file first: run "Compare This File with a Key".'));
  }
  const session = await sessions.ensure();
  if (session.identity.account !== link.account) {
    throw new UserError(
      vscode.l10n.t('The key "{0}" is in account {1}: switch the profile to compare', link.keyName, link.account),
    );
  }
  return { document, link, session: session.inRegion(link.region) };
}
