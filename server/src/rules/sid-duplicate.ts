import * as l10n from '@vscode/l10n';
import type { PolicyString } from '../policy/model.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { freeName } from './support/freeName.js';

/** One statement ID twice: IAM refuses the policy, elsewhere nobody can tell which statement is meant. */
export const sidDuplicate = defineRule({
  id: 'sid-duplicate',
  defaultLevel: 'warning',
  tags: ['correctness', 'style'],
  catalogue: ['sid-duplicate'],
  peers: ['UNIQUE_SIDS_REQUIRED', 'UNIQUE_SIDS_RECOMMENDED', 'DUPLICATE_SID', 'E3510', 'E3512', 'duplicate_sid'],
  fixable: 'always',

  *check(context) {
    const { policy, kind } = context;
    const sids = policy.statements.flatMap(({ sid }) => sid?.known ?? []);
    const taken = new Set(sids);
    const first = new Map<string, PolicyString>();
    if (taken.size === sids.length) {
      return; // nearly always
    }
    for (const { sid } of policy.statements) {
      const text = sid?.known;
      if (sid === undefined || text === undefined || text === '') {
        continue;
      }
      const original = first.get(text);
      if (original === undefined) {
        first.set(text, sid);
        continue;
      }
      const replacement = freeName(text, taken);
      taken.add(replacement);
      yield {
        span: sid.span,
        message:
          kind === 'identity-policy'
            ? l10n.t('Duplicate statement ID "{0}": IAM refuses a policy in which IDs are not unique.', text)
            : l10n.t('Duplicate statement ID "{0}": another statement has it too, so neither can be told by it.', text),
        related: [{ span: original.span, message: l10n.t('The first statement with this ID.') }],
        ...(kind === 'identity-policy' && { level: 'error' as const }),
        // The ID of a statement has no part in the evaluation.
        fixes: replaceStringFix(context, sid, replacement, true),
      };
    }
  },
});
