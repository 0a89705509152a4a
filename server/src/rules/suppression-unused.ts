import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.js';
import { shrinkDirectiveFix } from './support/commentFixes.js';
import { isUnfinished } from './support/unfinished.js';

/** A suppression whose finding is gone would silence the next one that somebody makes at the same place. */
export const suppressionUnused = defineRule({
  id: 'suppression-unused',
  defaultLevel: 'info',
  tags: ['style'],
  runsLast: true,
  catalogue: ['suppression-without-reason'],
  fixable: 'always',

  *check(context) {
    // While a statement is typed its findings come and go.
    if (isUnfinished(context, context.policy.span)) {
      return;
    }
    for (const unused of context.unusedSuppressions()) {
      yield {
        span: unused.span,
        message: l10n.t('Unused suppression: it silences no finding of "{0}".', unused.rules.join(', ')),
        fixes: [shrinkDirectiveFix(context, unused, true)],
      };
    }
  },
});
