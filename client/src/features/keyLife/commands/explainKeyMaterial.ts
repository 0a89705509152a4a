import * as vscode from 'vscode';
import type { KeyDetails } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { stateText } from '../../../platform/keyStates.js';
import { formatDate } from '../../../platform/treeItems.js';
import type { KeyChanges } from '../keyChange.js';
import { customStoreGuide, importGuide } from '../materialGuides.js';

/** Where the material of a key comes from, in which state that leaves the key, and where the rest has to be done. */
export class ExplainKeyMaterialCommand implements Command {
  readonly id = 'sealwright.explainKeyMaterial';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const chosen = await this.changes.choose(node, vscode.l10n.t('Key Material'));
    if (chosen !== undefined) {
      const lines = [...factLines(chosen.details), '', guide(chosen.details)];
      await this.changes.prompts.tell(vscode.l10n.t('Key material of "{0}"', chosen.name), lines.join('\n'));
    }
  }
}

function factLines({ origin, state, validTo }: KeyDetails): readonly string[] {
  return [
    vscode.l10n.t('Origin: {0}', origin),
    vscode.l10n.t('State: {0}', stateText(state)),
    ...(validTo === undefined ? [] : [vscode.l10n.t('The material expires on {0}', formatDate(validTo))]),
  ];
}

function guide({ origin, state, id }: KeyDetails): string {
  switch (origin) {
    case 'EXTERNAL':
      return state === 'PendingImport'
        ? importGuide(id)
        : `${vscode.l10n.t('The material is there. Keep your copy: KMS gives it to nobody, and only the same material can replace it.')}\n\n${importGuide(id)}`;
    case 'AWS_CLOUDHSM':
    case 'EXTERNAL_KEY_STORE':
      return state === 'Unavailable'
        ? `${vscode.l10n.t('The key store is not connected: nothing can be encrypted or decrypted until it is.')}\n\n${customStoreGuide()}`
        : customStoreGuide();
    default:
      return vscode.l10n.t('AWS KMS made the material and keeps it. There is nothing to do.');
  }
}
