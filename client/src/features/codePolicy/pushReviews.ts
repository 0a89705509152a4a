import * as vscode from 'vscode';
import { policyInRegionRequest, policyReviewRequest } from '../../../../protocol/src/messages.js';
import type { PolicyReview } from '../../../../protocol/src/policyReview.js';
import { keyName } from '../../platform/keyNames.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { PlanStep } from '../../platform/plans/plan.js';
import { canonicalPolicy } from '../../platform/policies/canonicalPolicy.js';
import { reviewBlockers } from '../../platform/policies/reviewBlockers.js';
import { readSettings } from '../../platform/settings.js';
import type { PushTarget } from './pushTargets.js';

/** What the policy would do to one key. */
export interface PushReview {
  readonly target: PushTarget;
  readonly live: string;
  /** What the key would get: the file, or the file as it has to be in the Region of the key. */
  readonly text: string;
  readonly isSame: boolean;
  readonly review: PolicyReview;
  /** Why the key must not get it; empty when it may. */
  readonly blockers: readonly string[];
}

/** @param from the Region that the file is written for; set when the policy is to be adapted to each key's own */
export async function reviewTarget(
  server: LanguageServer,
  target: PushTarget,
  file: string,
  from: string | undefined,
): Promise<PushReview> {
  const { session, key } = target;
  const live = await session.keys.loadPolicy(key.arn);
  const params = { text: file, from: from ?? '', to: session.region };
  const text =
    from === undefined || from === session.region ? file : (await server.request(policyInRegionRequest, params)).text;
  const review = await server.request(policyReviewRequest, {
    before: live,
    after: text,
    account: session.identity.account,
    region: session.region,
    callerArn: session.identity.arn,
    breakGlass: readSettings().breakGlass,
  });
  const isSame = canonicalPolicy(live) === canonicalPolicy(text);
  return { target, live, text: review.text, isSame, review, blockers: isSame ? [] : reviewBlockers(review) };
}

/** One step for each key that is to get the policy, none of which needs another. */
export function pushSteps(reviews: readonly PushReview[]): readonly PlanStep[] {
  return reviews.map(({ target: { session, key }, live, text, review }) => {
    const name = keyName(key);
    return {
      id: `${session.region} ${key.id}`,
      stage: 0,
      setting: {
        kind: 'kms.keyPolicy',
        account: session.identity.account,
        region: session.region,
        resource: key.arn,
      },
      before: live,
      after: text,
      title: vscode.l10n.t('Put the policy on the key "{0}" in {1}', name, session.region),
      consequences: [...review.gained, ...review.lost].map(({ text: change }) => change),
    };
  });
}

/** A key's review in one line: refused, the same already, or how much access changes hands. */
export function reviewLine({ isSame, blockers, review: { gained, lost } }: PushReview): string {
  const [first] = blockers;
  if (first !== undefined) {
    return vscode.l10n.t('cannot get it: {0}', first);
  }
  if (isSame) {
    return vscode.l10n.t('has it already');
  }
  return gained.length + lost.length === 0
    ? vscode.l10n.t('nobody gains or loses access')
    : vscode.l10n.t('access gained: {0}, access lost: {1}', gained.length, lost.length);
}
