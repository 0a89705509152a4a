import * as vscode from 'vscode';
import type { Command } from '../../../platform/commands.js';
import { keyName } from '../../../platform/keyNames.js';
import type { Choice, Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import type { LiveLinks } from '../liveLinks.js';
import type { PolicyLink, PolicyLinks } from '../policyLinks.js';
import { documentOf } from '../target.js';

type Chosen = Omit<PolicyLink, 'base'> | 'none';

/** Chooses the key whose policy a file is to be; remembered for the workspace. */
export class LinkKeyPolicyCommand implements Command {
  readonly id = 'sealwright.linkKeyPolicy';

  constructor(
    private readonly sessions: Sessions,
    private readonly prompts: Prompts,
    private readonly links: PolicyLinks,
    private readonly live: LiveLinks,
  ) {}

  async execute(target?: unknown): Promise<void> {
    const document = await documentOf(target);
    const session = await this.sessions.ensure();
    const link = this.links.find(document.uri);
    const place = { account: session.identity.account, region: session.region };
    const choices = session.keys.list().then(({ keys }): readonly Choice<Chosen>[] => [
      ...(link === undefined
        ? []
        : [
            {
              label: `$(discard) ${vscode.l10n.t('No key any more')}`,
              description: link.keyName,
              value: 'none' as const,
            },
          ]),
      ...keys
        .filter(({ isAwsManaged }) => !isAwsManaged)
        .map((key) => ({
          label: keyName(key),
          description: key.id,
          value: { ...place, keyArn: key.arn, keyName: keyName(key) },
        })),
    ]);
    const question = {
      title: vscode.l10n.t('Compare This File with a Key'),
      placeholder: vscode.l10n.t('Choose the key whose policy this file is'),
    };
    const answer = await this.prompts.pickOne(question, choices);
    if (answer.kind !== 'picked') {
      return;
    }
    await (answer.value === 'none' ? this.links.remove(document.uri) : this.links.set(document.uri, answer.value));
    this.live.refresh();
  }
}
