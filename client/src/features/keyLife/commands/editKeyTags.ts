import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { failureError } from '../../../platform/errors.js';
import type { KeyChanges } from '../keyChange.js';
import { parseTags, tagsComplaint } from '../lines.js';

/** Changes the tags of a key in one line: `team=payments, stage=prod`. */
export class EditKeyTagsCommand implements Command {
  readonly id = 'sealwright.editKeyTags';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Edit Key Tags');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const { session, key, name } = chosen;
    const { tags } = await session.keys.loadExtras(key.arn);
    if (tags.kind === 'failed') {
      throw failureError(tags.failure);
    }
    const before = tags.kind === 'known' ? Object.fromEntries(tags.value.map((tag) => [tag.key, tag.value])) : {};
    const text = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('Tags as NAME=VALUE, separated by commas. Tags may decide who can use the key.'),
      value: Object.entries(before)
        .map(([tag, value]) => `${tag}=${value}`)
        .join(', '),
      validate: tagsComplaint,
    });
    const after = text === undefined ? undefined : parseTags(text);
    if (after === undefined) {
      return;
    }
    const words = vscode.l10n.t('Change the tags of the key "{0}"', name);
    const step = this.changes.step(chosen, 'kms.tags', {
      before,
      after,
      title: words,
      consequences: [
        ...Object.entries(after)
          .filter(([tag, value]) => before[tag] !== value)
          .map(([tag, value]) => `+ ${tag}=${value}`),
        ...Object.keys(before)
          .filter((tag) => !(tag in after))
          .map((tag) => `− ${tag}`),
        vscode.l10n.t('Policies with aws:ResourceTag conditions follow the tags, within five minutes.'),
      ],
    });
    await this.changes.confirmAndRun(session, words, [step], vscode.l10n.t('Change'));
  }
}
