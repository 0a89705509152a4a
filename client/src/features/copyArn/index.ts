import * as vscode from 'vscode';
import type { Command, RegisterCommand } from '../../platform/commands.js';
import { UserError } from '../../platform/errors.js';

/** Copies the ARN of the selected rows, one a line; works on every tree row that has one. */
class CopyArnCommand implements Command {
  readonly id = 'sealwright.copyArn';

  async execute(node?: unknown, selection?: unknown): Promise<void> {
    const nodes = Array.isArray(selection) && selection.length > 0 ? selection : [node];
    const arns = nodes.map(findArn).filter((arn) => arn !== undefined);
    if (arns.length === 0) {
      throw new UserError(vscode.l10n.t('Select a key or a log group in the Sealwright view, then copy its ARN.'));
    }
    await vscode.env.clipboard.writeText(arns.join('\n'));
  }
}

export function activateCopyArn(register: RegisterCommand): vscode.Disposable {
  return register(new CopyArnCommand());
}

function findArn(node: unknown): string | undefined {
  const hasArn = typeof node === 'object' && node !== null && 'arn' in node && typeof node.arn === 'string';
  return hasArn ? (node.arn as string) : undefined;
}
