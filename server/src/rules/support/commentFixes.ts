import * as l10n from '@vscode/l10n';
import type { TextEdit } from '../../source/sourceNode.js';
import type { Span } from '../../source/span.js';
import type { Fix, RuleContext } from '../rule.js';

/** A `sealwright-ignore` comment, some of whose rules have no business there. */
interface Directive {
  readonly span: Span;
  /** Rules to take out. */
  readonly rules: readonly string[];
  /** Rules that stay; without any the comment goes. */
  readonly others: readonly string[];
}

/** Takes rules out of a suppression, or the suppression out of the text, with its line when nothing else is on it. */
export function shrinkDirectiveFix({ source }: Pick<RuleContext, 'source'>, directive: Directive, safe: boolean): Fix {
  const { span, rules, others } = directive;
  return others.length === 0
    ? { title: l10n.t('Remove the comment'), safe, edits: () => [removal(source.text, span)] }
    : {
        title: l10n.t('Remove "{0}" from the comment', rules.join(', ')),
        safe,
        edits: () => [{ span, newText: withRules(source.text.slice(span.start, span.end), others) }],
      };
}

function withRules(comment: string, rules: readonly string[]): string {
  return comment.replace(/(sealwright-ignore(?:-file)?\s+)[^:]*/, `$1${rules.join(', ')}`);
}

function removal(text: string, span: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  const before = text.slice(lineStart, span.start);
  const after = text.slice(span.end, lineEnd < 0 ? undefined : lineEnd);
  if (before.trim() === '' && after.trim() === '' && lineEnd >= 0) {
    return { span: { start: lineStart, end: lineEnd + 1 }, newText: '' };
  }
  return { span: { start: text.slice(0, span.start).trimEnd().length, end: span.end }, newText: '' };
}
