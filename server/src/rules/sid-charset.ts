import * as l10n from '@vscode/l10n';
import { getSidPattern } from '../knowledge/policyLimits.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';

/** IAM takes letters and digits in a `Sid`; key policies take spaces too, so the kind decides. */
export const sidCharset = defineRule({
  id: 'sid-charset',
  defaultLevel: 'error',
  tags: ['correctness'],
  kinds: ['identity-policy', 'trust-policy'],
  scope: 'statement',
  catalogue: ['sid-charset'],
  peers: ['UNSUPPORTED_SID', 'INVALID_SID', 'E3510', 'invalid_sid_format', 'aws_iam_policy_sid_invalid_characters'],
  fixable: 'sometimes',

  *check(context) {
    const { policy, kind } = context;
    const pattern = kind === 'unknown' ? undefined : getSidPattern(kind);
    if (pattern === undefined) {
      return;
    }
    const taken = new Set(policy.statements.map(({ sid }) => sid?.known));
    for (const { sid } of policy.statements) {
      if (sid?.known === undefined || pattern.test(sid.known)) {
        continue;
      }
      const replacement = toCamelCase(sid.known);
      const isUsable = replacement !== '' && pattern.test(replacement) && !taken.has(replacement);
      yield {
        span: sid.span,
        message: l10n.t('Invalid statement ID "{0}": IAM takes only the letters A to Z and digits.', sid.known),
        // The ID of a statement has no part in the evaluation.
        ...(isUsable && { fixes: replaceStringFix(context, sid, replacement, true) }),
      };
      taken.add(replacement);
    }
  },
});

/** `allow-logs of app` becomes `AllowLogsOfApp`; letters outside ASCII cannot be carried over, so they yield nothing. */
function toCamelCase(text: string): string {
  if (/[^\p{ASCII}]/u.test(text)) {
    return '';
  }
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
