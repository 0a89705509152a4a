import * as l10n from '@vscode/l10n';
import type { AccessChange, Keeps, PolicyReview, PolicyReviewParams } from '../../../protocol/src/policyReview.js';
import { getPolicyLimit, measurePolicy } from '../knowledge/policyLimits.js';
import { accessDiff } from '../policy/access/accessDiff.js';
import { accessSentence } from '../policy/access/accessTexts.js';
import { type KeyControl, lockout } from '../policy/access/lockout.js';
import { toAccessDiffReport } from '../policy/access/reports.js';
import { minify } from '../policy/minify.js';
import type { Policy } from '../policy/model.js';

/** Both versions of a policy as the engine has read them; undefined for a text that is no policy. */
export interface ReviewedPolicies {
  readonly before: Policy | undefined;
  readonly after: Policy | undefined;
  readonly findings: PolicyReview['findings'];
}

/**
 * Says what putting a key policy would do: whom it lets in and shuts out, who could still manage the key, whether KMS
 * would take it (kms-facts section 4). Pure.
 *
 * @returns a refusal, and nothing else that could be mistaken for an answer, when one of the texts is no policy
 */
export function reviewPolicy(params: PolicyReviewParams, { before, after, findings }: ReviewedPolicies): PolicyReview {
  const { limit, text, bytes } = fitIn(params.after, after);
  const common = { findings, size: { bytes, limit }, text };
  if (before === undefined || after === undefined) {
    return {
      ...common,
      managers: [],
      refusal: l10n.t('The new text is no complete key policy: mend what the findings say first.'),
      gained: [],
      lost: [],
      isIncomplete: true,
    };
  }
  const { account, callerArn, breakGlass } = params;
  const control = lockout(after, { caller: callerArn, breakGlass, account });
  const diff = toAccessDiffReport(accessDiff(before, after, { account }), before, after, account);
  return {
    ...common,
    managers: control.principals.map(({ principal, part, control: keeps, reason }) => ({
      principal,
      isCaller: part === 'caller',
      keeps: toKeeps(keeps),
      text: reason,
    })),
    ...(control.safetyCheck.outcome === 'refuses' && { refusal: control.safetyCheck.reason }),
    gained: diff.gained.map(toChange),
    lost: diff.lost.map(toChange),
    isIncomplete: diff.incomplete.length > 0,
  };
}

/** The text as it was written, or without blanks where only that is within the quota. */
function fitIn(text: string, policy: Policy | undefined): { limit: number; text: string; bytes: number } {
  const { max: limit, unit } = getPolicyLimit('key-policy');
  const written = measurePolicy(text, unit);
  const short =
    written > limit && policy !== undefined
      ? minify(policy.node, ({ start, end }) => text.slice(start, end))
      : undefined;
  return short === undefined
    ? { limit, text, bytes: written }
    : { limit, text: short, bytes: measurePolicy(short, unit) };
}

function toKeeps(control: KeyControl): Keeps {
  switch (control) {
    case 'iam':
      return 'viaIam';
    case 'conditions':
      return 'conditional';
    default:
      return control;
  }
}

function toChange(access: Parameters<typeof accessSentence>[0]): AccessChange {
  const isImportant = access.marks.some((mark) => mark !== 'iam' && mark !== 'service');
  return { text: accessSentence(access), isImportant };
}
