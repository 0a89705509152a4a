import * as vscode from 'vscode';
import { policyInRegionRequest } from '../../../../../protocol/src/messages.js';
import type { AwsSession } from '../../../aws/ports.js';
import type { Command } from '../../../platform/commands.js';
import { UserError } from '../../../platform/errors.js';
import { keyName } from '../../../platform/keyNames.js';
import type { LanguageServer } from '../../../platform/languageServer.js';
import type { Plans } from '../../../platform/plans/plans.js';
import type { Choice, Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import type { PolicyLinks } from '../policyLinks.js';
import { type PushReview, pushSteps, reviewLine, reviewTarget } from '../pushReviews.js';
import { type PushTarget, pickTargets } from '../pushTargets.js';
import { isPolicyText } from '../syncState.js';
import { documentOf } from '../target.js';

export interface PushDependencies {
  readonly sessions: Sessions;
  readonly server: LanguageServer;
  readonly prompts: Prompts;
  readonly plans: Plans;
  readonly links: PolicyLinks;
}

type Decision = 'apply' | { readonly title: string; readonly text: string };

/** Puts the policy of a file on several keys, in several Regions, as one plan. */
export class PushKeyPolicyCommand implements Command {
  readonly id = 'sealwright.pushKeyPolicy';

  constructor(private readonly dependencies: PushDependencies) {}

  async execute(target?: unknown): Promise<void> {
    const { sessions, prompts, links, server } = this.dependencies;
    const title = vscode.l10n.t('Push Policy to Keys');
    const document = await documentOf(target);
    const file = document.getText();
    if (!isPolicyText(file)) {
      throw new UserError(vscode.l10n.t('This file is no complete policy in JSON: mend it first.'));
    }
    const session = await sessions.ensure();
    const link = links.find(document.uri);
    const own = link?.account === session.identity.account ? link : undefined;
    const targets = await pickTargets(session, prompts, own, title);
    if (targets === undefined) {
      return;
    }
    const from = await this.#adaptsFrom(own?.region ?? session.region, file, targets, title);
    if (from === 'dismissed') {
      return;
    }
    const reviews = await Promise.all(targets.map((one) => reviewTarget(server, one, file, from)));
    if (await this.#accepts(reviews, title)) {
      await this.#apply(session, reviews.filter(isPushed));
    }
  }

  /** A file that names its Region admits the wrong services elsewhere. @returns the Region to adapt from, if any */
  async #adaptsFrom(
    region: string,
    file: string,
    targets: readonly PushTarget[],
    title: string,
  ): Promise<string | undefined | 'dismissed'> {
    const other = targets.find(({ session }) => session.region !== region)?.session.region;
    if (other === undefined) {
      return undefined;
    }
    const params = { text: file, from: region, to: other };
    const { changes } = await this.dependencies.server.request(policyInRegionRequest, params);
    if (changes.length === 0) {
      return undefined;
    }
    const choices: readonly Choice<boolean>[] = [
      {
        label: vscode.l10n.t('Adapt it to the Region of each key'),
        description: vscode.l10n.t('recommended'),
        detail: changes.map((change) => `${change.from} → ${change.to}`).join('; '),
        value: true,
      },
      { label: vscode.l10n.t('The same policy, letter by letter'), value: false },
    ];
    const placeholder = vscode.l10n.t('The file names {0}. What shall keys in other Regions get?', region);
    const answer = await this.dependencies.prompts.pickOne({ title, placeholder }, Promise.resolve(choices));
    if (answer.kind !== 'picked') {
      return 'dismissed';
    }
    return answer.value ? region : undefined;
  }

  /** Shows what would become of each key, until the user decides. */
  async #accepts(reviews: readonly PushReview[], title: string): Promise<boolean> {
    const question = {
      title,
      placeholder: vscode.l10n.t('Choose how to go on, or a key to read what would change'),
    };
    for (;;) {
      const answer = await this.dependencies.prompts.pickOne(question, Promise.resolve(decisions(reviews)));
      if (answer.kind !== 'picked') {
        return false;
      }
      if (answer.value === 'apply') {
        return true;
      }
      await this.dependencies.prompts.tell(answer.value.title, answer.value.text);
    }
  }

  async #apply(session: AwsSession, reviews: readonly PushReview[]): Promise<void> {
    const { plans, prompts } = this.dependencies;
    const words = vscode.l10n.t('Put one policy on {0} keys', reviews.length);
    const steps = pushSteps(reviews);
    const detail = [
      vscode.l10n.t('Account {0}, as {1}', session.identity.account, session.identity.arn),
      '',
      ...reviews.flatMap((review, index) => [`• ${steps[index]?.title ?? ''}: ${reviewLine(review)}`]),
      '',
      vscode.l10n.t('The policies of before are kept on this machine, and "Undo" puts them back.'),
    ].join('\n');
    if (await prompts.confirm(`${words}?`, detail, vscode.l10n.t('Apply'))) {
      await plans.report(await plans.run(plans.make(session, words, steps), session));
    }
  }
}

function isPushed({ isSame, blockers }: PushReview): boolean {
  return !isSame && blockers.length === 0;
}

function decisions(reviews: readonly PushReview[]): readonly Choice<Decision>[] {
  const count = reviews.filter(isPushed).length;
  const next = vscode.l10n.t('What next');
  const apply: readonly Choice<Decision>[] =
    count === 0
      ? []
      : [
          {
            label: `$(cloud-upload) ${vscode.l10n.t('Apply to {0} of {1} keys', count, reviews.length)}`,
            detail: vscode.l10n.t('You are asked once more, with the whole effect, before anything changes'),
            value: 'apply',
            group: next,
          },
        ];
  const keys = reviews.map((review): Choice<Decision> => {
    const { target, blockers } = review;
    const icon = blockers.length > 0 ? 'error' : review.isSame ? 'check' : 'key';
    const name = `${keyName(target.key)} (${target.session.region})`;
    return {
      label: `$(${icon}) ${name}`,
      detail: reviewLine(review),
      value: { title: name, text: readText(review) },
      group: vscode.l10n.t('Keys'),
    };
  });
  return [...apply, ...keys];
}

function readText(review: PushReview): string {
  const { gained, lost } = review.review;
  return [
    ...review.blockers,
    ...gained.map(({ text }) => `+ ${text}`),
    ...lost.map(({ text }) => `− ${text}`),
    ...(review.blockers.length + gained.length + lost.length === 0 ? [reviewLine(review)] : []),
  ].join('\n');
}
