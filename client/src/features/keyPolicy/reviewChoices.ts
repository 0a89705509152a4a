import * as vscode from 'vscode';
import type { AccessChange, Keeps, PolicyReview } from '../../../../protocol/src/policyReview.js';
import { reviewBlockers } from '../../platform/policies/reviewBlockers.js';
import type { Choice } from '../../platform/prompts.js';

/** What the user decides on seeing a review. */
export type ReviewDecision = 'apply' | 'compare' | 'discard';
export type ReviewValue =
  | { readonly kind: ReviewDecision }
  | { readonly kind: 'read'; readonly title: string; readonly text: string };

/** The review as a list: decisions first, then what there is to know, loudest first. */
export function reviewChoices(review: PolicyReview): readonly Choice<ReviewValue>[] {
  return [...decisions(review), ...managerChoices(review), ...accessChoices(review), ...findingChoices(review)];
}

function decisions(review: PolicyReview): Choice<ReviewValue>[] {
  const group = vscode.l10n.t('What next');
  const blocking = reviewBlockers(review);
  const [first] = blocking;
  const apply: Choice<ReviewValue> =
    first === undefined
      ? {
          label: `$(cloud-upload) ${vscode.l10n.t('Apply')}`,
          detail: vscode.l10n.t('You are asked once more, with the whole effect, before anything changes'),
          value: { kind: 'apply' },
          group,
        }
      : {
          label: `$(error) ${vscode.l10n.t('Cannot be applied')}`,
          detail: plain(first),
          value: { kind: 'read', title: vscode.l10n.t('Cannot be applied'), text: blocking.join('\n\n') },
          group,
        };
  return [
    apply,
    {
      label: `$(diff) ${vscode.l10n.t('Compare with the Live Policy')}`,
      detail: vscode.l10n.t('Opens both beside each other; the draft can still be edited there'),
      value: { kind: 'compare' },
      group,
    },
    {
      label: `$(discard) ${vscode.l10n.t('Discard the Draft')}`,
      detail: vscode.l10n.t('Goes back to the live policy'),
      value: { kind: 'discard' },
      group,
    },
  ];
}

function managerChoices({ managers }: PolicyReview): Choice<ReviewValue>[] {
  const group = vscode.l10n.t('Who can still manage the key');
  return managers.map(({ principal, isCaller, keeps, text }) => ({
    label: `$(${KEEPS_ICONS[keeps]}) ${keepsText(keeps)}`,
    description: isCaller ? vscode.l10n.t('{0} (you)', principal) : principal,
    detail: plain(text),
    value: { kind: 'read', title: principal, text },
    group,
  }));
}

const KEEPS_ICONS: Readonly<Record<Keeps, string>> = {
  yes: 'pass',
  viaIam: 'info',
  conditional: 'warning',
  no: 'error',
  unknown: 'question',
};

function keepsText(keeps: Keeps): string {
  switch (keeps) {
    case 'yes':
      return vscode.l10n.t('Keeps it');
    case 'viaIam':
      return vscode.l10n.t('Keeps it if IAM allows');
    case 'conditional':
      return vscode.l10n.t('Keeps it under conditions');
    case 'no':
      return vscode.l10n.t('Is locked out');
    case 'unknown':
      return vscode.l10n.t('Not known');
  }
}

function accessChoices({ gained, lost, isIncomplete }: PolicyReview): Choice<ReviewValue>[] {
  const gains = changeChoices(gained, vscode.l10n.t('Access gained'), 'add');
  const losses = changeChoices(lost, vscode.l10n.t('Access lost'), 'remove');
  if (gains.length + losses.length > 0 || isIncomplete) {
    return isIncomplete ? [...gains, ...losses, incompleteChoice()] : [...gains, ...losses];
  }
  const text = vscode.l10n.t('Nobody gains or loses any access: the policies mean the same.');
  const group = vscode.l10n.t('Access');
  return [{ label: `$(pass) ${text}`, value: { kind: 'read', title: group, text }, group }];
}

function changeChoices(changes: readonly AccessChange[], group: string, icon: string): Choice<ReviewValue>[] {
  return changes
    .toSorted((a, b) => Number(b.isImportant) - Number(a.isImportant))
    .map(({ text, isImportant }) => ({
      label: `$(${icon}) ${plain(text)}`,
      ...(isImportant ? { description: vscode.l10n.t('important') } : {}),
      value: { kind: 'read', title: group, text },
      group,
    }));
}

function incompleteChoice(): Choice<ReviewValue> {
  const text = vscode.l10n.t('The policies are too large to be compared to the end: there may be more changes.');
  return {
    label: `$(question) ${text}`,
    value: { kind: 'read', title: vscode.l10n.t('Access'), text },
    group: vscode.l10n.t('Access'),
  };
}

function findingChoices({ findings }: PolicyReview): Choice<ReviewValue>[] {
  const group = vscode.l10n.t('Findings in the new policy');
  return findings.map(({ rule, level, message }) => ({
    label: `$(${level === 'error' ? 'error' : 'warning'}) ${rule}`,
    detail: plain(message),
    value: { kind: 'read', title: rule, text: message },
    group,
  }));
}

/** Icons in a foreign text would be drawn: `$(` of a policy must stay text. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
