import * as vscode from 'vscode';
import type { AwsSession, KeySummary, LogGroup } from '../../aws/ports.js';
import type { LanguageServer } from '../../platform/languageServer.js';
import type { Answer, Prompts } from '../../platform/prompts.js';
import { chooseKey } from './chooseKey.js';
import { chooseLogGroups } from './chooseLogGroups.js';
import { type Preflight, runPreflight } from './preflight.js';
import { reviewPreflight } from './reviewPreflight.js';

/** What to confirm and then do. */
export interface AssociatePlan {
  readonly key: KeySummary;
  /** Only groups that no check blocks and that do not use the key already. */
  readonly groups: readonly LogGroup[];
  readonly consequences: readonly string[];
}

export interface StepDependencies {
  readonly session: AwsSession;
  readonly server: LanguageServer;
  readonly prompts: Prompts;
}

/** What the caller chose already; its steps are skipped. */
export interface Given {
  readonly groups: readonly LogGroup[];
  readonly key?: KeySummary;
}

type Step = 'groups' | 'key' | 'review';

/** Asks step by step, with a way back; `undefined` when the user leaves, or takes the amended policy instead. */
export async function runAssociateSteps(
  dependencies: StepDependencies,
  given: Given,
): Promise<AssociatePlan | undefined> {
  const steps: Step[] = [
    ...(given.groups.length === 0 ? (['groups'] as const) : []),
    ...(given.key === undefined ? (['key'] as const) : []),
    'review',
  ];
  let { groups, key } = given;
  let index = 0;
  for (;;) {
    const place = { step: index + 1, totalSteps: steps.length };
    const step = steps[index];
    let answer: Answer<unknown>;
    if (step === 'groups') {
      const chosen = await chooseLogGroups(dependencies.session, dependencies.prompts, {
        ...place,
        title: vscode.l10n.t('Associate KMS Key: Choose Log Groups'),
        filter: 'all',
      });
      groups = chosen.kind === 'picked' ? chosen.value : groups;
      answer = chosen;
    } else if (step === 'key') {
      const chosen = await chooseKey(dependencies.session, dependencies.prompts, place);
      key = chosen.kind === 'picked' ? chosen.value : key;
      answer = chosen;
    } else if (key === undefined) {
      return undefined;
    } else {
      const reviewed = await review(dependencies, key, groups, place);
      if (reviewed.kind === 'picked') {
        return reviewed.value;
      }
      answer = reviewed;
    }
    if (answer.kind === 'dismissed') {
      return undefined;
    }
    index += answer.kind === 'back' ? -1 : 1;
  }
}

/** Picked with a plan to go on with, or with `undefined` when the flow ends here with a document or a copied text. */
async function review(
  { session, server, prompts }: StepDependencies,
  key: KeySummary,
  groups: readonly LogGroup[],
  place: { step: number; totalSteps: number },
): Promise<Answer<AssociatePlan | undefined>> {
  for (;;) {
    const running = runPreflight(session, server, key.arn, groups);
    const answer = await reviewPreflight(running, prompts, place);
    if (answer.kind !== 'picked') {
      return answer;
    }
    const preflight = await running;
    switch (answer.value) {
      case 'proceed':
        return { kind: 'picked', value: toPlan(key, preflight) };
      case 'openAmendedPolicy':
        await openAmendedPolicy(preflight);
        return { kind: 'picked', value: undefined };
      case 'copyStatement':
        await copyStatement(preflight);
        return { kind: 'picked', value: undefined };
      case 'checkAgain':
        break;
    }
  }
}

function toPlan(key: KeySummary, preflight: Preflight): AssociatePlan {
  const allowed = preflight.groups.filter(({ isOpen }) => isOpen);
  const attention = allowed.flatMap(({ report }) =>
    report.checks.filter(({ outcome }) => outcome === 'warning' || outcome === 'unknown').map(({ message }) => message),
  );
  const consequences = allowed.flatMap(({ report }) => report.consequences);
  return {
    key,
    groups: allowed.map(({ group }) => group),
    consequences: [...new Set([...consequences, ...attention])],
  };
}

async function openAmendedPolicy({ amendedPolicy = '' }: Preflight): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: amendedPolicy });
  await vscode.window.showTextDocument(document);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This is the key policy with the missing permission added. Nothing was changed. Review it, put it into force with "aws kms put-key-policy" or in the console, then associate the key again.',
    ),
  );
}

async function copyStatement({ missingStatements }: Preflight): Promise<void> {
  await vscode.env.clipboard.writeText(missingStatements.join(',\n'));
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The missing statement was copied. Nothing was changed. Add it to the "Statement" of the key policy, then associate the key again.',
    ),
  );
}
