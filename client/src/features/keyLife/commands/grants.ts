import * as vscode from 'vscode';
import type { GrantSummary, Json } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import type { Choice } from '../../../platform/prompts.js';
import { grantSentence } from '../grantTexts.js';
import type { ChosenKey, KeyChanges } from '../keyChange.js';

/** What a grant may allow, by class of key (kms-facts, section 12). */
const OPERATIONS = {
  symmetric: [
    'Decrypt',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'ReEncryptFrom',
    'ReEncryptTo',
  ],
  hmac: ['GenerateMac', 'VerifyMac'],
  signing: ['Sign', 'Verify', 'GetPublicKey'],
  encrypting: ['Decrypt', 'Encrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GetPublicKey'],
  agreement: ['DeriveSharedSecret', 'GetPublicKey'],
} as const;
const ALWAYS = ['DescribeKey', 'CreateGrant', 'RetireGrant'];

/** Gives somebody the use of a key by a grant with a name, so that creating it again makes no second one. */
export class CreateGrantCommand implements Command {
  readonly id = 'sealwright.createGrant';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Create Grant');
    const chosen = await this.changes.choose(node, title);
    const value = chosen === undefined ? undefined : await this.#ask(chosen, title);
    if (chosen === undefined || value === undefined) {
      return;
    }
    const { name, ...grant } = value;
    const words = vscode.l10n.t('Create the grant "{0}" of the key "{1}"', name, chosen.name);
    const step = this.changes.step(chosen, 'kms.grant', {
      before: null,
      after: toValue(grant),
      title: words,
      resource: `${chosen.key.arn}#${name}`,
      consequences: [
        grantSentence({ id: '', ...grant }),
        vscode.l10n.t('No key policy shows a grant; it lasts until it is revoked or retired.'),
        ...(grant.contextSubset === undefined
          ? [vscode.l10n.t('Without an encryption context it holds for all data under the key.')]
          : []),
      ],
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Create'));
  }

  async #ask(chosen: ChosenKey, title: string): Promise<(Omit<GrantSummary, 'id'> & { name: string }) | undefined> {
    const { prompts } = this.changes;
    const name = await prompts.input({
      title,
      prompt: vscode.l10n.t('Name of the grant. Do not put secrets here: AWS logs it in plain text.'),
      validate: (text) =>
        /^[\w:/-]{1,256}$/.test(text) ? undefined : vscode.l10n.t('Letters, digits and the signs : / _ - only.'),
    });
    if (name === undefined) {
      return undefined;
    }
    const grantee = await prompts.input({
      title,
      prompt: vscode.l10n.t('ARN of the user, role or session that may use the key'),
      placeholder: 'arn:aws:iam::111122223333:role/App',
      validate: (text) =>
        /^arn:aws[a-z-]*:(?:iam::\d{12}:(?:root|user\/.+|role\/.+)|sts::\d{12}:(?:assumed-role|federated-user)\/.+)$/.test(
          text,
        )
          ? undefined
          : vscode.l10n.t('A grant names an account, user, role or session by its ARN.'),
    });
    if (grantee === undefined) {
      return undefined;
    }
    const choices = operationsOf(chosen).map((operation) => ({ label: operation, value: operation }));
    const operations = await prompts.pickMany({ title, placeholder: vscode.l10n.t('What it may do') }, async (text) =>
      choices.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase())),
    );
    if (operations.kind !== 'picked') {
      return undefined;
    }
    const context = chosen.details.spec === 'SYMMETRIC_DEFAULT' ? await this.#askContext(title) : {};
    return context === undefined
      ? undefined
      : {
          name,
          grantee,
          operations: operations.value,
          ...(Object.keys(context).length === 0 ? {} : { contextSubset: context }),
        };
  }

  async #askContext(title: string): Promise<Record<string, string> | undefined> {
    const text = await this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('Encryption context that requests must hold, as NAME=VALUE, NAME=VALUE; empty for any'),
      validate: (line) =>
        parseContext(line) === undefined
          ? vscode.l10n.t('Write it as NAME=VALUE, NAME=VALUE; at most eight pairs.')
          : undefined,
    });
    return text === undefined ? undefined : parseContext(text);
  }
}

/** Ends a grant that is chosen from those of the key, each told as a sentence. */
export class RevokeGrantCommand implements Command {
  readonly id = 'sealwright.revokeGrant';

  constructor(private readonly changes: KeyChanges) {}

  async execute(node?: unknown): Promise<void> {
    const title = vscode.l10n.t('Revoke Grant');
    const chosen = await this.changes.choose(node, title);
    const grant = chosen === undefined ? undefined : await this.#pick(chosen, title);
    if (chosen === undefined || grant === undefined) {
      return;
    }
    const words = vscode.l10n.t(
      'Revoke the grant "{0}" of the key "{1}"',
      grant.name ?? grant.id.slice(0, 12),
      chosen.name,
    );
    const step = this.changes.step(chosen, 'kms.grant', {
      before: toValue(grant),
      after: null,
      title: words,
      resource: `${chosen.key.arn}#${grant.name ?? `id:${grant.id}`}`,
      consequences: [
        grantSentence(grant),
        vscode.l10n.t(
          'Whoever holds it loses this access within five minutes. Grants that services made belong to their resources: revoking one may break them.',
        ),
      ],
      ...(grant.name === undefined && {
        irreversible: vscode.l10n.t('A grant without a name cannot be put back as it was.'),
      }),
    });
    await this.changes.confirmAndRun(chosen.session, words, [step], vscode.l10n.t('Revoke'));
  }

  async #pick({ session, key, name }: ChosenKey, title: string): Promise<GrantSummary | undefined> {
    const grants = await session.keys.loadGrants(key.arn);
    if (grants.length === 0) {
      throw new UserError(vscode.l10n.t('The key "{0}" has no grants.', name));
    }
    const choices: readonly Choice<GrantSummary>[] = grants.map((grant) => ({
      label: grant.name ?? vscode.l10n.t('without a name'),
      description: grant.grantee,
      detail: grantSentence(grant),
      value: grant,
    }));
    const answer = await this.changes.prompts.pickOne(
      { title, placeholder: vscode.l10n.t('Choose a grant') },
      Promise.resolve(choices),
    );
    return answer.kind === 'picked' ? answer.value : undefined;
  }
}

function operationsOf({ details: { spec, usage } }: ChosenKey): readonly string[] {
  if (spec === 'SYMMETRIC_DEFAULT') {
    return [...OPERATIONS.symmetric, ...ALWAYS];
  }
  switch (usage) {
    case 'GENERATE_VERIFY_MAC':
      return [...OPERATIONS.hmac, ...ALWAYS];
    case 'SIGN_VERIFY':
      return [...OPERATIONS.signing, ...ALWAYS];
    case 'KEY_AGREEMENT':
      return [...OPERATIONS.agreement, ...ALWAYS];
    default:
      return [...OPERATIONS.encrypting, ...ALWAYS];
  }
}

/** The value of the setting `kms.grant`. */
function toValue({ grantee, operations, retiring, contextEquals, contextSubset }: Omit<GrantSummary, 'id'>): Json {
  return {
    grantee,
    operations: [...operations],
    ...(retiring === undefined ? {} : { retiring }),
    ...(contextEquals === undefined ? {} : { contextEquals: { ...contextEquals } }),
    ...(contextSubset === undefined ? {} : { contextSubset: { ...contextSubset } }),
  };
}

function parseContext(line: string): Record<string, string> | undefined {
  const context: Record<string, string> = {};
  const parts = line
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts) {
    const [name = '', ...rest] = part.split('=');
    if (name.trim() === '' || rest.length === 0) {
      return undefined;
    }
    context[name.trim()] = rest.join('=').trim();
  }
  return parts.length <= 8 ? context : undefined;
}
