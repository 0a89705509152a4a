import * as vscode from 'vscode';
import { policyReviewRequest } from '../../../../protocol/src/messages.js';
import type { PolicyReview } from '../../../../protocol/src/policyReview.js';
import type { AwsSession } from '../../aws/ports.js';
import { UserError } from '../../platform/errors.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { PlanResult } from '../../platform/plans/plan.js';
import type { Plans } from '../../platform/plans/plans.js';
import { canonicalPolicy } from '../../platform/policies/canonicalPolicy.js';
import { mergePolicies } from '../../platform/policies/mergePolicies.js';
import type { Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';
import { readSettings } from '../../platform/settings.js';
import { confirmationText } from './confirmationText.js';
import type { DraftStore, PolicyDraft } from './draftStore.js';
import type { KeyPolicyFileSystem } from './keyPolicyFileSystem.js';
import { foreignPolicyText, type PolicyAddress, readPolicyUri } from './policyAddress.js';
import type { PolicyEditor } from './policyEditor.js';
import { type ReviewDecision, reviewChoices } from './reviewChoices.js';

export interface ReviewDependencies {
  readonly sessions: Sessions;
  readonly server: LanguageServer;
  readonly prompts: Prompts;
  readonly plans: Plans;
  readonly drafts: DraftStore;
  readonly files: KeyPolicyFileSystem;
  readonly editor: PolicyEditor;
}

/** From a saved draft to a changed key: look again, merge, review, ask, put, read back. */
export class PolicyReviewFlow {
  constructor(private readonly dependencies: ReviewDependencies) {}

  async run(uri: vscode.Uri): Promise<void> {
    const { drafts, sessions } = this.dependencies;
    const address = readPolicyUri(uri);
    const session = await sessions.ensure();
    const foreign = foreignPolicyText(address, session);
    if (foreign !== undefined) {
      throw new UserError(foreign);
    }
    const saved = await drafts.find(address.keyArn);
    if (saved === undefined) {
      throw new UserError(
        vscode.l10n.t('The policy of "{0}" has no draft. Edit it and save; then review the change.', address.name),
      );
    }
    const live = await session.keys.loadPolicy(address.keyArn);
    const draft = await this.#onTopOf(live, saved, uri, address.name);
    const review = await this.#review(draft, session);
    const decision = await this.#ask(review, address.name);
    if (decision === 'compare') {
      await this.dependencies.editor.compareWithLive(uri, address.name, live);
    } else if (decision === 'discard') {
      await this.dependencies.files.discard(uri);
    } else if (decision === 'apply') {
      await this.#apply(uri, address, session, draft, review);
    }
  }

  /** Somebody else's change since the draft was made is taken in; a fight over a statement is told, not decided. */
  async #onTopOf(live: string, draft: PolicyDraft, uri: vscode.Uri, name: string): Promise<PolicyDraft> {
    if (canonicalPolicy(live) === canonicalPolicy(draft.base)) {
      return draft;
    }
    const merged = mergePolicies(draft.base, draft.text, live);
    if (merged === undefined) {
      throw new UserError(
        vscode.l10n.t(
          'Somebody else has changed the policy of "{0}", and your draft is no complete policy that their change could be added to. Mend the draft, save it, and review it again.',
          name,
        ),
      );
    }
    const next = { ...draft, text: merged.text, base: live };
    await this.dependencies.drafts.save(next);
    await this.dependencies.files.showDraft(uri);
    const fights = merged.conflicts.map(({ name: sid }) =>
      sid === '' ? vscode.l10n.t('one without a Sid') : `"${sid}"`,
    );
    await this.dependencies.prompts.tell(
      vscode.l10n.t('Somebody else has changed the policy of "{0}" since you opened it.', name),
      fights.length === 0
        ? vscode.l10n.t('Their change and yours are joined in your draft. Nothing is applied yet: review the result.')
        : vscode.l10n.t(
            'Both of you changed the same statements: {0}. Your draft holds yours and leaves theirs out. Compare it with the live policy before you apply it.',
            fights.join(', '),
          ),
    );
    return next;
  }

  #review(draft: PolicyDraft, { identity, region }: AwsSession): Promise<PolicyReview> {
    return this.dependencies.server.request(policyReviewRequest, {
      before: draft.base,
      after: draft.text,
      account: identity.account,
      region,
      callerArn: identity.arn,
      breakGlass: readSettings().breakGlass,
    });
  }

  async #ask(review: PolicyReview, name: string): Promise<ReviewDecision | undefined> {
    const question = {
      title: vscode.l10n.t('Review the Key Policy of "{0}"', name),
      placeholder: vscode.l10n.t('Choose how to go on, or a line to read it in full. Esc keeps the draft.'),
    };
    for (;;) {
      const answer = await this.dependencies.prompts.pickOne(question, Promise.resolve(reviewChoices(review)));
      if (answer.kind !== 'picked') {
        return undefined;
      }
      if (answer.value.kind !== 'read') {
        return answer.value.kind;
      }
      await this.dependencies.prompts.tell(answer.value.title, answer.value.text);
    }
  }

  async #apply(
    uri: vscode.Uri,
    address: PolicyAddress,
    session: AwsSession,
    draft: PolicyDraft,
    review: PolicyReview,
  ): Promise<void> {
    const { plans, prompts, drafts, files } = this.dependencies;
    const question = vscode.l10n.t('Put this policy on the key "{0}"?', address.name);
    if (!(await prompts.confirm(question, confirmationText(session, review), vscode.l10n.t('Apply')))) {
      return;
    }
    const title = vscode.l10n.t('Change the policy of the key "{0}"', address.name);
    const plan = plans.make(session, title, [
      {
        id: 'policy',
        stage: 0,
        setting: {
          kind: 'kms.keyPolicy',
          account: address.account,
          region: address.region,
          resource: address.keyArn,
        },
        before: draft.base,
        after: review.text,
        title,
        consequences: [...review.gained, ...review.lost].map(({ text }) => text),
      },
    ]);
    const result = await plans.run(plan, session);
    if (isApplied(result)) {
      await drafts.discard(address.keyArn);
    }
    // Whatever became of it, what is shown as live must be what is there; a failure to read is told by the report.
    await files.refresh(uri, session).catch(() => undefined);
    await plans.report(result);
  }
}

function isApplied({ steps }: PlanResult): boolean {
  return steps.every(({ outcome }) => ['done', 'alreadyThere', 'unverified'].includes(outcome.kind));
}
