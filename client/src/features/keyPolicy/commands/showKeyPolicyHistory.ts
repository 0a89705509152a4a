import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { keyName } from '../../../platform/keyNames.js';
import { isKeyNode } from '../../../platform/keyNode.js';
import type { Plans } from '../../../platform/plans/plans.js';
import { readablePolicy } from '../../../platform/policies/readablePolicy.js';
import type { Choice, Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import { formatTime } from '../../../platform/treeItems.js';
import type { DraftStore } from '../draftStore.js';
import { pickKey } from '../pickKey.js';
import type { PolicyEditor } from '../policyEditor.js';
import { type PolicyVersion, policyVersions } from '../policyHistory.js';

type Action = 'compareLive' | 'compareOther' | 'restore';

/** The policies that a key has had: compare any two, or make one of them the draft. */
export class ShowKeyPolicyHistoryCommand implements Command {
  readonly id = 'sealwright.showKeyPolicyHistory';

  constructor(
    private readonly sessions: Sessions,
    private readonly prompts: Prompts,
    private readonly plans: Plans,
    private readonly drafts: DraftStore,
    private readonly editor: PolicyEditor,
    private readonly now: () => number,
  ) {}

  async execute(node?: unknown): Promise<void> {
    const session = isKeyNode(node) ? node.session : await this.sessions.ensure();
    const key = isKeyNode(node) ? node.key : await pickKey(session, this.prompts);
    if (key === undefined) {
      return;
    }
    const versions = policyVersions(await this.plans.history(), key.arn);
    if (versions.length === 0) {
      throw new UserError(
        vscode.l10n.t(
          'Sealwright has not changed the policy of "{0}" on this machine: KMS keeps no versions, so there is no history.',
          keyName(key),
        ),
      );
    }
    const version = await this.#pick(versions, vscode.l10n.t('Key Policy History of "{0}"', keyName(key)));
    const action = version === undefined ? undefined : await this.#pickAction(key);
    if (version !== undefined && action !== undefined) {
      await this.#act(action, version, versions, session, key);
    }
  }

  async #act(
    action: Action,
    version: PolicyVersion,
    versions: readonly PolicyVersion[],
    session: AwsSession,
    key: KeySummary,
  ): Promise<void> {
    const chosen = { name: versionName(version), text: version.text };
    const title = vscode.l10n.t('Key policy of {0}', keyName(key));
    if (action === 'compareLive') {
      const live = await session.keys.loadPolicy(key.arn);
      await this.editor.compare(chosen, { name: vscode.l10n.t('live'), text: live }, title);
    } else if (action === 'compareOther') {
      const other = await this.#pick(versions, vscode.l10n.t('Compare with'));
      if (other !== undefined) {
        await this.editor.compare(chosen, { name: versionName(other), text: other.text }, title);
      }
    } else {
      const base = await session.keys.loadPolicy(key.arn);
      await this.drafts.save({
        keyArn: key.arn,
        text: readablePolicy(version.text),
        base,
        savedAt: this.now(),
      });
      await this.editor.show(session, key);
      await vscode.commands.executeCommand('sealwright.reviewKeyPolicy');
    }
  }

  async #pick(versions: readonly PolicyVersion[], title: string): Promise<PolicyVersion | undefined> {
    const choices = versions.map((version) => ({
      label: versionName(version),
      description: version.by,
      value: version,
    }));
    const answer = await this.prompts.pickOne(
      { title, placeholder: vscode.l10n.t('Choose a version') },
      Promise.resolve(choices),
    );
    return answer.kind === 'picked' ? answer.value : undefined;
  }

  async #pickAction(key: KeySummary): Promise<Action | undefined> {
    const choices: readonly Choice<Action>[] = [
      { label: `$(diff) ${vscode.l10n.t('Compare with the Live Policy')}`, value: 'compareLive' },
      { label: `$(diff-multiple) ${vscode.l10n.t('Compare with Another Version')}`, value: 'compareOther' },
      {
        label: `$(history) ${vscode.l10n.t('Restore')}`,
        detail: vscode.l10n.t('Makes it your draft, and reviews it like any other change'),
        value: 'restore',
      },
    ];
    const answer = await this.prompts.pickOne(
      { title: vscode.l10n.t('Key Policy History of "{0}"', keyName(key)) },
      Promise.resolve(choices),
    );
    return answer.kind === 'picked' ? answer.value : undefined;
  }
}

function versionName({ at, side }: PolicyVersion): string {
  const time = formatTime(new Date(at));
  return side === 'after' ? vscode.l10n.t('put {0}', time) : vscode.l10n.t('before {0}', time);
}
