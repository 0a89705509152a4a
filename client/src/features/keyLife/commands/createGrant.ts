import * as vscode from 'vscode';
import type { GrantSummary } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import type { Choice } from '../../../platform/prompts.js';
import { grantSentence, grantValue } from '../grantTexts.js';
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
      after: grantValue(grant),
      title: words,
      resource: `${chosen.key.arn}#${name}`,
      consequences: [
        grantSentence({ id: '', ...grant }),
        vscode.l10n.t('No key policy shows a grant; it lasts until it is revoked or retired.'),
        ...(grant.contextSubset === undefined && grant.contextEquals === undefined
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
      validate: granteeComplaint,
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
    const constraint = chosen.details.spec === 'SYMMETRIC_DEFAULT' ? await this.#askConstraint(title) : {};
    const retiring = constraint === undefined ? undefined : await this.#askRetiring(title);
    return constraint === undefined || retiring === undefined
      ? undefined
      : {
          name,
          grantee,
          operations: operations.value,
          ...constraint,
          ...(retiring === '' ? {} : { retiring }),
        };
  }

  /** Requests must name these pairs, and perhaps no others. */
  async #askConstraint(title: string): Promise<Pick<GrantSummary, 'contextEquals' | 'contextSubset'> | undefined> {
    const context = await this.#askContext(title);
    if (context === undefined || Object.keys(context).length === 0) {
      return context === undefined ? undefined : {};
    }
    const choices: readonly Choice<boolean>[] = [
      {
        label: vscode.l10n.t('At least these'),
        detail: vscode.l10n.t('Requests may hold further pairs'),
        value: false,
      },
      { label: vscode.l10n.t('Exactly these'), detail: vscode.l10n.t('No further pairs'), value: true },
    ];
    const question = { title, placeholder: vscode.l10n.t('Which encryption context must requests hold?') };
    const answer = await this.changes.prompts.pickOne(question, Promise.resolve(choices));
    if (answer.kind !== 'picked') {
      return undefined;
    }
    return answer.value ? { contextEquals: context } : { contextSubset: context };
  }

  #askRetiring(title: string): Promise<string | undefined> {
    return this.changes.prompts.input({
      title,
      prompt: vscode.l10n.t('ARN of who may retire the grant when it is no longer needed; empty for nobody'),
      placeholder: 'arn:aws:iam::111122223333:role/App',
      validate: (text) => (text === '' ? undefined : granteeComplaint(text)),
    });
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

/** Whom a grant can name (kms-facts, section 12). */
function granteeComplaint(text: string): string | undefined {
  return /^arn:aws[a-z-]*:(?:iam::\d{12}:(?:root|user\/.+|role\/.+)|sts::\d{12}:(?:assumed-role|federated-user)\/.+)$/.test(
    text,
  )
    ? undefined
    : vscode.l10n.t('A grant names an account, user, role or session by its ARN.');
}
