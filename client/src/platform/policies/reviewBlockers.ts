import * as vscode from 'vscode';
import type { PolicyReview } from '../../../../protocol/src/policyReview.js';

/** Why the change must not be applied; empty when it may be. Each is a sentence. */
export function reviewBlockers({ findings, size, managers, refusal }: PolicyReview): readonly string[] {
  return [
    ...(refusal === undefined ? [] : [refusal]),
    ...(size.bytes > size.limit
      ? [vscode.l10n.t('The policy has {0} bytes, and KMS takes {1}.', size.bytes, size.limit)]
      : []),
    ...managers.filter(({ keeps }) => keeps === 'no').map(({ text }) => text),
    ...findings.filter(({ level, rule }) => level === 'error' && STRUCTURE.has(rule)).map(({ message }) => message),
  ];
}

/** Findings with which KMS takes no policy at all; the others are the author's business. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'json-syntax',
  'statement-missing',
  'statement-empty',
  'element-unknown',
  'element-type',
  'effect-missing',
  'effect-invalid',
  'principal-missing',
  'principal-string-invalid',
  'principal-type-unknown',
  'policy-charset',
]);
