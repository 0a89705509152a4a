import * as vscode from 'vscode';
import type { RotationFacts } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { failureError, UserError } from '../../../platform/errors.js';
import type { Choice } from '../../../platform/prompts.js';
import type { ChosenKey, KeyChanges } from '../keyChange.js';
import { MAX_ROTATION_DAYS, MIN_ROTATION_DAYS, rotationDaysComplaint } from '../lines.js';

type Wanted = number | 'off' | 'other';

/** Turns the automatic rotation of a key on or off, or gives it another period. */
export class ConfigureKeyRotationCommand implements Command {
  readonly id = 'sealwright.configureKeyRotation';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Configure Key Rotation');
    const chosen = await this.changes.choose(node, title);
    if (chosen === undefined) {
      return;
    }
    const rotation = await readRotation(chosen);
    const days = await this.#ask(title);
    if (days === undefined) {
      return;
    }
    const before = rotation.enabled ? { periodInDays: rotation.periodInDays ?? 365 } : null;
    const after = days === 'off' ? null : { periodInDays: days };
    const words =
      days === 'off'
        ? vscode.l10n.t('Stop the rotation of the key "{0}"', chosen.name)
        : vscode.l10n.t('Rotate the key "{0}" every {1} days', chosen.name, days);
    const step = this.changes.step(chosen, 'kms.rotation', {
      before,
      after,
      title: words,
      consequences: [vscode.l10n.t('Data that is encrypted already stays readable; nothing has to be encrypted anew.')],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Change'));
  }

  async #ask(title: string): Promise<number | 'off' | undefined> {
    const choices: readonly Choice<Wanted>[] = [
      { label: vscode.l10n.t('Every year'), description: vscode.l10n.t('365 days'), value: 365 },
      { label: vscode.l10n.t('Every 180 days'), value: 180 },
      { label: vscode.l10n.t('Every 90 days'), value: 90 },
      { label: vscode.l10n.t('Another period...'), value: 'other' },
      { label: vscode.l10n.t('No rotation'), value: 'off' },
    ];
    const answer = await this.changes.prompts.pickOne({ title }, Promise.resolve(choices));
    if (answer.kind !== 'picked' || answer.value !== 'other') {
      return answer.kind === 'picked' && answer.value !== 'other' ? answer.value : undefined;
    }
    const text = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('Days between two rotations ({0} to {1})', MIN_ROTATION_DAYS, MAX_ROTATION_DAYS),
      validate: rotationDaysComplaint,
    });
    return text === undefined ? undefined : Number(text);
  }
}

/** Rotates a key now. KMS takes 25 of these for each key, and none back. */
export class RotateKeyNowCommand implements Command {
  readonly id = 'sealwright.rotateKeyNow';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const chosen = await this.changes.choose(node, vscode.l10n.t('Rotate Key Now'));
    if (chosen === undefined) {
      return;
    }
    await readRotation(chosen);
    const { session, key, name } = chosen;
    const ref = { account: session.identity.account, region: session.region, resource: key.arn };
    const count = await session.findSetting({ kind: 'kms.onDemandRotations', ...ref })?.read();
    if (typeof count !== 'number') {
      return;
    }
    const words = vscode.l10n.t('Rotate the key "{0}" now', name);
    const step = this.changes.step(chosen, 'kms.onDemandRotations', {
      before: count,
      after: count + 1,
      title: words,
      consequences: [
        vscode.l10n.t('It has been rotated on demand {0} times; KMS takes 25 in all.', count),
        vscode.l10n.t('Data that is encrypted already stays readable; nothing has to be encrypted anew.'),
      ],
      irreversible: vscode.l10n.t('A rotation cannot be taken back.'),
    });
    await this.changes.confirmAndRun(session, words, [step], vscode.l10n.t('Rotate'));
  }
}

async function readRotation({ session, key, name }: ChosenKey): Promise<RotationFacts> {
  const { rotation } = await session.keys.loadExtras(key.arn);
  switch (rotation.kind) {
    case 'known':
      return rotation.value;
    case 'failed':
      throw failureError(rotation.failure);
    case 'notApplicable':
      throw new UserError(
        vscode.l10n.t(
          'KMS cannot rotate the key "{0}": only symmetric keys with material that KMS made are rotated. Make a new key and move the alias to it.',
          name,
        ),
      );
  }
}
