import * as vscode from 'vscode';
import type { Rotation } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { formatDate } from '../../../platform/treeItems.js';
import type { KeyChanges } from '../keyChange.js';

/** When a key was rotated, and how: newest first. */
export class ShowKeyRotationsCommand implements Command {
  readonly id = 'sealwright.showKeyRotations';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const chosen = await this.changes.choose(node, vscode.l10n.t('Rotation History'));
    if (chosen === undefined) {
      return;
    }
    const rotations = await chosen.session.keys.loadRotations(chosen.key.arn);
    if (rotations.length === 0) {
      throw new UserError(vscode.l10n.t('The key "{0}" has never been rotated.', chosen.name));
    }
    const title = vscode.l10n.t('Rotation History of "{0}"', chosen.name);
    const onDemand = rotations.filter(({ type }) => type === 'ON_DEMAND').length;
    const choices = rotations.toReversed().map((rotation) => ({
      label: rotation.at === undefined ? vscode.l10n.t('Not known') : formatDate(rotation.at),
      description: typeText(rotation),
      value: undefined,
    }));
    const placeholder = vscode.l10n.t('{0} rotations, {1} of 25 on demand', rotations.length, onDemand);
    await this.changes.prompts.pickOne({ title, placeholder }, Promise.resolve(choices));
  }
}

function typeText({ type }: Rotation): string {
  switch (type) {
    case 'AUTOMATIC':
      return vscode.l10n.t('automatic');
    case 'ON_DEMAND':
      return vscode.l10n.t('on demand');
    default:
      return type;
  }
}
