import * as l10n from '@vscode/l10n';
import { findEveryone } from '../policy/exposure.js';
import { defineRule } from './rule.js';
import { PUBLIC_KINDS } from './support/kinds.js';
import { ipConditions, isSourceIp } from './support/sourceIp.js';

/** `0.0.0.0/0` as a permitted range is every address there is. */
export const condIpEveryone = defineRule({
  id: 'cond-ip-everyone',
  defaultLevel: 'warning',
  tags: ['security'],
  scope: 'statement',
  catalogue: ['cond-ip-everyone'],
  peers: ['is_policy_public'],
  fixable: 'never',

  *check(context) {
    const { kind } = context;
    for (const { condition, ranges } of ipConditions(context, isSourceIp)) {
      const { statement, parsed } = condition;
      const isPublic =
        kind !== 'unknown' && PUBLIC_KINDS.includes(kind) && findEveryone(statement.principal) !== undefined;
      // Of statements for everyone, public-weak-condition speaks.
      if (statement.effect !== 'Allow' || parsed.operator.negated || isPublic) {
        continue;
      }
      const all = ranges.find(({ range }) => range.prefixLength === 0);
      if (all !== undefined) {
        yield {
          span: all.value.span,
          message: l10n.t(
            'Unlimited range "{0}": every address lies in it, so the condition keeps nobody out. Write the ranges of your network.',
            all.value.known,
          ),
        };
      }
    }
  },
});
