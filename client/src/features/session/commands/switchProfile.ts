import * as vscode from 'vscode';
import type { AwsModule, ProfileSummary } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import type { Choice, Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import type { SessionChoiceStore } from '../sessionChoice.js';

/** Asks for a profile of the shared AWS files and signs in with it. */
export class SwitchProfileCommand implements Command {
  readonly id = 'sealwright.switchProfile';

  constructor(
    private readonly loadAws: () => AwsModule,
    private readonly sessions: Sessions,
    private readonly store: SessionChoiceStore,
    private readonly prompts: Prompts,
  ) {}

  async execute(): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      await this.sessions.ensure(); // rejects with the way out
    }
    const current = this.store.read().profile;
    const answer = await this.prompts.pickOne(
      {
        title: vscode.l10n.t('Switch AWS Profile'),
        placeholder: vscode.l10n.t('Choose the profile that Sealwright signs in with'),
      },
      this.#choices(current),
    );
    if (answer.kind !== 'picked') {
      return;
    }
    await this.store.chooseProfile(answer.value.profile);
    await this.sessions.reconnect(this.store.read());
  }

  async #choices(current: string | undefined): Promise<readonly Choice<{ profile: string | undefined }>[]> {
    const profiles = await this.loadAws().listProfiles();
    if (profiles.length === 0 && current === undefined && !hasEnvironmentCredentials()) {
      throw new UserError(
        vscode.l10n.t(
          'The AWS config files have no profile. Make one with "aws configure sso" or "aws configure", then try again.',
        ),
      );
    }
    const defaultChain = {
      label: vscode.l10n.t('Default credential chain'),
      detail: vscode.l10n.t(
        'What the AWS CLI uses without a profile: environment, default profile, container or instance role',
      ),
      value: { profile: undefined },
      description: [environmentProfile(), current === undefined ? vscode.l10n.t('current') : undefined]
        .filter((part) => part !== undefined)
        .join(' · '),
    };
    return [defaultChain, ...profiles.map((profile) => toChoice(profile, profile.name === current))];
  }
}

/** Says which profile the chain will take, if the environment names one. */
function environmentProfile(): string | undefined {
  const profile = process.env['AWS_PROFILE'];
  return profile ? `AWS_PROFILE=${profile}` : undefined;
}

function hasEnvironmentCredentials(): boolean {
  return ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'].some(
    (name) => process.env[name] !== undefined,
  );
}

function toChoice(profile: ProfileSummary, isCurrent: boolean): Choice<{ profile: string | undefined }> {
  const parts = [kindText(profile), profile.region, isCurrent ? vscode.l10n.t('current') : undefined];
  return {
    label: profile.name,
    description: parts.filter((part) => part !== undefined).join(' · '),
    value: { profile: profile.name },
  };
}

function kindText({ kind }: ProfileSummary): string | undefined {
  switch (kind) {
    case 'sso':
      return vscode.l10n.t('IAM Identity Center');
    case 'login':
      return vscode.l10n.t('console sign-in');
    case 'role':
      return vscode.l10n.t('IAM role');
    case 'process':
      return vscode.l10n.t('credential process');
    case 'keys':
      return vscode.l10n.t('access key');
    case 'other':
      return undefined;
  }
}
