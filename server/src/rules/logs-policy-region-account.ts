import * as l10n from '@vscode/l10n';
import { parseLogsArn } from '../policy/logsArn.js';
import { hasPolicyVariable, hasTemplatePart } from '../policy/placeholders.js';
import { defineRule } from './rule.js';
import { replaceStringFix } from './support/fixes.js';
import { findMisplaced } from './support/logsPlace.js';
import { isUnfinished } from './support/unfinished.js';

/** A resource policy of CloudWatch Logs governs the log groups of its own account and Region. */
export const logsPolicyRegionAccount = defineRule({
  id: 'logs-policy-region-account',
  defaultLevel: 'warning',
  tags: ['correctness'],
  kinds: ['logs-resource-policy'],
  scope: 'statement',
  catalogue: ['logs-policy-region-account'],
  fixable: 'always',

  *check(context) {
    for (const { resource } of context.policy.statements) {
      for (const value of resource?.values ?? []) {
        const text = value.known;
        if (
          text === undefined ||
          hasTemplatePart(text) ||
          hasPolicyVariable(text) ||
          isUnfinished(context, value.span)
        ) {
          continue;
        }
        const arn = parseLogsArn(text);
        const misplaced = arn === undefined ? undefined : findMisplaced(arn, context.facts);
        if (misplaced !== undefined) {
          yield {
            span: value.span,
            message:
              misplaced.part === 'region'
                ? l10n.t(
                    'Expected "{0}" to be in "{1}": the policy governs log groups of its own Region only.',
                    text,
                    misplaced.expected,
                  )
                : l10n.t(
                    'Expected "{0}" to be of account {1}: the policy governs log groups of its own account only.',
                    text,
                    misplaced.expected,
                  ),
            fixes: replaceStringFix(context, value, misplaced.moved, false),
          };
        }
      }
    }
  },
});
