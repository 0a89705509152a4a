import * as vscode from 'vscode';
import { newKeyChoicesRequest, newKeyPolicyRequest } from '../../../../../protocol/src/messages.js';
import type { AwsSession } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import type { LanguageServer } from '../../../platform/languageServer.js';
import { newKeyMark } from '../../../platform/newKeyMark.js';
import { madeBy, type PlanResult } from '../../../platform/plans/plan.js';
import type { Choice } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import type { KeyChanges } from '../keyChange.js';
import { importGuide } from '../materialGuides.js';
import { newKeySteps } from '../newKey/newKeySteps.js';
import { principalOf } from '../newKey/principals.js';
import { type Draft, newKeyQuestions } from '../newKey/questions.js';
import type { NewKeyWish } from '../newKey/wish.js';
import { runWizard } from '../newKey/wizard.js';

export interface CreateKeyDependencies {
  readonly sessions: Sessions;
  readonly server: LanguageServer;
  readonly changes: KeyChanges;
  readonly now: () => number;
  /** A new UUID each time. */
  readonly newId: () => string;
}

/** Makes a key: questions, a policy out of the answers, a plan. */
export class CreateKeyCommand implements Command {
  readonly id = 'sealwright.createKey';

  constructor(private readonly dependencies: CreateKeyDependencies) {}

  async execute(): Promise<void> {
    const { sessions, server, changes } = this.dependencies;
    const session = await sessions.ensure();
    const place = { account: session.identity.account, region: session.region };
    const title = vscode.l10n.t('Create Key in {0}', session.region);
    const [choices, { keys }] = await Promise.all([server.request(newKeyChoicesRequest, place), session.keys.list()]);
    const takenAliases = new Set(keys.flatMap(({ aliases }) => aliases));
    const questions = newKeyQuestions({ prompts: changes.prompts, choices, title, takenAliases });
    let draft: Draft | undefined = startOf(session);
    while (draft !== undefined) {
      draft = await runWizard(questions, draft);
      if (draft === undefined || (await this.#finish(session, draft, title))) {
        return;
      }
    }
  }

  /** @returns false when the answers are to be gone through again */
  async #finish(session: AwsSession, wish: NewKeyWish, title: string): Promise<boolean> {
    const { changes, now, newId } = this.dependencies;
    const mark = newKeyMark(now(), newId().replaceAll('-', '').slice(0, 16));
    const policy = await this.#policy(session, wish, mark);
    const decision = await this.#review(policy, wish, title);
    if (decision === 'create') {
      const words = vscode.l10n.t('Create the key "{0}"', wish.alias);
      const steps = newKeySteps(session, wish, { mark, policy });
      const result = await changes.confirmAndRun(session, words, steps, vscode.l10n.t('Create'));
      const id = result === undefined ? undefined : newKeyId(result);
      if (id !== undefined && wish.origin === 'EXTERNAL') {
        await changes.prompts.tell(vscode.l10n.t('Next: import the key material'), importGuide(id));
      }
    }
    return decision !== 'again';
  }

  async #policy({ identity, region }: AwsSession, wish: NewKeyWish, id: string): Promise<string> {
    const place = { account: identity.account, region };
    const { text, refusal } = await this.dependencies.server.request(newKeyPolicyRequest, { ...place, ...wish, id });
    if (refusal !== undefined) {
      throw new UserError(refusal);
    }
    return text;
  }

  /** The policy can be read, as often as one likes, before anything is made. */
  async #review(policy: string, { alias }: NewKeyWish, title: string): Promise<'create' | 'again' | undefined> {
    const { prompts } = this.dependencies.changes;
    const choices: readonly Choice<'create' | 'show' | 'again'>[] = [
      {
        label: `$(add) ${vscode.l10n.t('Create the Key')}`,
        detail: vscode.l10n.t('You are asked once more, with the whole effect, before anything changes'),
        value: 'create',
      },
      {
        label: `$(go-to-file) ${vscode.l10n.t('Show the Key Policy')}`,
        detail: vscode.l10n.t('As it would be put on the key; opens in an editor beside the question'),
        value: 'show',
      },
      { label: `$(edit) ${vscode.l10n.t('Change the Answers')}`, value: 'again' },
    ];
    for (;;) {
      const placeholder = vscode.l10n.t('The key "{0}" is ready to be created', alias);
      const answer = await prompts.pickOne({ title, placeholder }, Promise.resolve(choices));
      if (answer.kind !== 'picked' || answer.value !== 'show') {
        return answer.kind === 'picked' && answer.value !== 'show' ? answer.value : undefined;
      }
      const document = await vscode.workspace.openTextDocument({ language: 'json', content: policy });
      await vscode.window.showTextDocument(document, { preview: true });
    }
  }
}

function startOf({ identity }: AwsSession): Draft {
  const caller = principalOf(identity.arn);
  return {
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    isMultiRegion: false,
    rotationDays: 365,
    alias: '',
    tags: {},
    administrators: caller === undefined ? [] : [caller],
    users: [],
    allowsGrantsForServices: false,
    services: [],
    serviceNames: [],
    accounts: [],
  };
}

function newKeyId({ steps }: PlanResult): string | undefined {
  const made = steps.map(({ outcome }) => madeBy(outcome)).find((arn) => arn !== undefined);
  return made?.split('/').at(-1);
}
