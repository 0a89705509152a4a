import * as l10n from '@vscode/l10n';
import { readDirectives } from '../syntax/directives.js';
import { defineRule } from './rule.js';
import { shrinkDirectiveFix } from './support/commentFixes.js';

/** A `sealwright-ignore` comment that silences nothing: it names no rule, gives no reason, or names no rule of ours. */
export const suppressionWithoutReason = defineRule({
  id: 'suppression-without-reason',
  defaultLevel: 'warning',
  tags: ['style'],
  catalogue: ['suppression-without-reason'],
  fixable: 'sometimes',

  *check(context) {
    const { source, isKnownRule } = context;
    for (const { span, rules, reason } of readDirectives(source).ignores) {
      if (rules.length === 0) {
        yield {
          span,
          message: l10n.t('Invalid suppression: it names no rule. Write "{0}".', 'sealwright-ignore RULE: REASON'),
          fixes: [shrinkDirectiveFix(context, { span, rules, others: [] }, false)],
        };
        continue;
      }
      for (const rule of rules.filter((id) => !isKnownRule(id))) {
        yield {
          span,
          message: l10n.t('Unknown rule "{0}" in a suppression: it silences nothing.', rule),
          fixes: [
            shrinkDirectiveFix(
              context,
              { span, rules: [rule], others: rules.filter((other) => other !== rule) },
              false,
            ),
          ],
        };
      }
      if (reason === '') {
        yield {
          span,
          message: l10n.t(
            'Missing reason: without one the suppression of "{0}" is ignored. Add a colon and say why.',
            rules.join(', '),
          ),
        };
      }
    }
  },
});
