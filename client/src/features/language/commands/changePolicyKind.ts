import * as vscode from 'vscode';
import { POLICY_KIND_CHOICES, type PolicyKindChoice } from '../../../../../protocol/src/vocabulary.js';
import type { Command } from '../../../platform/commands.js';
import { isJsonLanguage } from '../../../platform/documentSelector.js';
import { UserError } from '../../../platform/errors.js';
import type { Choice, Prompts } from '../../../platform/prompts.js';
import { declareKind } from '../kindComment.js';
import { kindDetail, kindText } from '../kindTexts.js';

type KindAnswer = { readonly kind: PolicyKindChoice | undefined };

/** Declares what kind of policy the active document is: by a comment in JSONC, else by a setting of the workspace. */
export class ChangePolicyKindCommand implements Command {
  readonly id = 'sealwright.changePolicyKind';

  constructor(private readonly prompts: Prompts) {}

  async execute(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !isJsonLanguage(editor.document.languageId)) {
      throw new UserError(vscode.l10n.t('Open a policy in JSON first, then choose its kind.'));
    }
    const answer = await this.prompts.pickOne(
      {
        title: vscode.l10n.t('Change Policy Kind'),
        placeholder: vscode.l10n.t('What kind of policy is this document?'),
      },
      Promise.resolve(kindChoices()),
    );
    if (answer.kind !== 'picked') {
      return;
    }
    if (editor.document.languageId === 'jsonc') {
      await writeComment(editor, answer.value.kind);
    } else {
      await writeSetting(editor.document.uri, answer.value.kind);
    }
  }
}

function kindChoices(): readonly Choice<KindAnswer>[] {
  const automatic = {
    label: vscode.l10n.t('Automatic'),
    detail: vscode.l10n.t('Sealwright tells it by the content'),
    value: { kind: undefined },
  };
  return [
    automatic,
    ...POLICY_KIND_CHOICES.map((kind) => ({ label: kindText(kind), detail: kindDetail(kind), value: { kind } })),
  ];
}

async function writeComment({ document }: vscode.TextEditor, kind: PolicyKindChoice | undefined): Promise<void> {
  const change = declareKind(document.getText(), kind);
  if (change === undefined) {
    return;
  }
  const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, change.text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(vscode.l10n.t('The document "{0}" cannot be edited.', document.uri.path));
  }
}

/** JSON has no comments: the kind goes into the settings of the folder that holds the file. */
async function writeSetting(uri: vscode.Uri, kind: PolicyKindChoice | undefined): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) {
    throw new UserError(
      vscode.l10n.t(
        'Only files of a workspace folder can have a kind in the settings. Save the document into one, or change its language to "JSON with Comments", which can say it in a comment.',
      ),
    );
  }
  const path = escapeGlob(vscode.workspace.asRelativePath(uri, false));
  const configuration = vscode.workspace.getConfiguration('sealwright', folder.uri);
  const isMultiRoot = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const inspected = configuration.inspect<Record<string, string>>('policyKinds');
  const before = (isMultiRoot ? inspected?.workspaceFolderValue : inspected?.workspaceValue) ?? {};
  const { [path]: _replaced, ...others } = before;
  // Later entries win, so the new one goes to the end.
  const after = kind === undefined ? others : { ...others, [path]: kind };
  const target = isMultiRoot ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  await configuration.update('policyKinds', Object.keys(after).length === 0 ? undefined : after, target);
}

/** Signs that mean something in a glob stand for themselves in a file's name. */
function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{}()!+@\\]/g, '\\$&');
}
