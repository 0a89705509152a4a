import * as vscode from 'vscode';
import type { KeySummary } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { keyName } from '../../../platform/keyNames.js';
import type { Choice } from '../../../platform/prompts.js';
import type { ChosenKey, KeyChanges } from '../keyChange.js';
import { aliasComplaint } from '../lines.js';

/** After an alias has changed, who may use a key by it follows within minutes (kms-facts, 1.14). */
const delayText = () => vscode.l10n.t('Policies with kms:ResourceAliases conditions follow within five minutes.');

export class AddKeyAliasCommand implements Command {
  readonly id = 'sealwright.addKeyAlias';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Add Alias');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const name = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('Name of the new alias of the key "{0}"', chosen.name),
      placeholder: 'app/logs',
      validate: aliasComplaint,
    });
    if (name === undefined) {
      return;
    }
    const resource = `alias/${name}`;
    const words = vscode.l10n.t('Name the key "{0}" also "{1}"', chosen.name, name);
    const step = this.changes.step(chosen, 'kms.alias', {
      before: null,
      after: chosen.key.arn,
      title: words,
      resource,
      consequences: [delayText()],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Add'));
  }
}

export class RemoveKeyAliasCommand implements Command {
  readonly id = 'sealwright.removeKeyAlias';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Remove Alias');
    const chosen = await this.changes.choose(node, title);
    const name = chosen === undefined ? undefined : await pickAlias(chosen, this.changes, title);
    if (chosen === undefined || name === undefined) {
      return;
    }
    const words = vscode.l10n.t('Remove the alias "{0}" of the key "{1}"', name, chosen.key.id);
    const step = this.changes.step(chosen, 'kms.alias', {
      before: chosen.key.arn,
      after: null,
      title: words,
      resource: `alias/${name}`,
      consequences: [vscode.l10n.t('Requests that name the key by this alias fail from then on.'), delayText()],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Remove'));
  }
}

/** Lets an alias name another key: the way to rotate keys that KMS cannot rotate. */
export class MoveKeyAliasCommand implements Command {
  readonly id = 'sealwright.moveKeyAlias';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Move Alias to Another Key');
    const chosen = await this.changes.choose(node, title);
    const name = chosen === undefined ? undefined : await pickAlias(chosen, this.changes, title);
    const target = chosen === undefined || name === undefined ? undefined : await this.#pickTarget(chosen, title);
    if (chosen === undefined || name === undefined || target === undefined) {
      return;
    }
    const words = vscode.l10n.t('Let the alias "{0}" name the key "{1}"', name, keyName(target));
    const step = this.changes.step(chosen, 'kms.alias', {
      before: chosen.key.arn,
      after: target.arn,
      title: words,
      resource: `alias/${name}`,
      consequences: [
        vscode.l10n.t(
          'What names the alias encrypts with the other key from then on; what is encrypted already needs the old one.',
        ),
        vscode.l10n.t('Log groups, trails and buckets hold the ARN of a key: they stay with the old one.'),
        delayText(),
      ],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Move'));
  }

  async #pickTarget({ session, key, details }: ChosenKey, title: string): Promise<KeySummary | undefined> {
    const choices = session.keys
      .list()
      .then(({ keys }): readonly Choice<KeySummary>[] =>
        keys
          .filter((other) => other.arn !== key.arn && !other.isAwsManaged)
          .map((other) => ({ label: keyName(other), description: other.id, value: other })),
      );
    const placeholder = vscode.l10n.t('Choose a key of the same type: {0}, {1}', details.spec, details.usage);
    const answer = await this.changes.prompts.pickOne({ title, placeholder }, choices);
    return answer.kind === 'picked' ? answer.value : undefined;
  }
}

async function pickAlias({ key, name }: ChosenKey, changes: KeyChanges, title: string): Promise<string | undefined> {
  const [only, ...more] = key.aliases;
  if (only === undefined) {
    throw new UserError(vscode.l10n.t('The key "{0}" has no alias.', name));
  }
  if (more.length === 0) {
    return only;
  }
  const choices = key.aliases.map((alias) => ({ label: alias, value: alias }));
  const answer = await changes.prompts.pickOne(
    { title, placeholder: vscode.l10n.t('Choose an alias') },
    Promise.resolve(choices),
  );
  return answer.kind === 'picked' ? answer.value : undefined;
}
