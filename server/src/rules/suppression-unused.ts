import * as l10n from '@vscode/l10n';
import type { TextEdit } from '../source/sourceNode.js';
import { defineRule, type RuleContext, type UnusedSuppression } from './rule.js';
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
      const names = unused.rules.join(', ');
      yield {
        span: unused.span,
        message: l10n.t('Unused suppression: it silences no finding of "{0}".', names),
        fixes: [
          {
            title:
              unused.others.length === 0
                ? l10n.t('Remove the comment')
                : l10n.t('Remove "{0}" from the comment', names),
            safe: true,
            edits: () => [removal(context, unused)],
          },
        ],
      };
    }
  },
});

function removal({ source }: RuleContext, { span, others }: UnusedSuppression): TextEdit {
  const { text } = source;
  if (others.length > 0) {
    const comment = text.slice(span.start, span.end);
    return { span, newText: comment.replace(/(sealwright-ignore(?:-file)?\s+)[^:]*/, `$1${others.join(', ')}`) };
  }
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  const isAlone =
    text.slice(lineStart, span.start).trim() === '' &&
    text.slice(span.end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
  if (isAlone && lineEnd >= 0) {
    return { span: { start: lineStart, end: lineEnd + 1 }, newText: '' };
  }
  const before = text.slice(0, span.start);
  return { span: { start: before.trimEnd().length, end: span.end }, newText: '' };
}
