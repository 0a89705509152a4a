import * as l10n from '@vscode/l10n';
import type { ParsedSource, SyntaxProblem } from '../syntax/frontEnd.js';
import { defineRule, type Finding, type Fix } from './rule.js';
import { excerpt } from './support/excerpt.js';
import { findSingleQuoted } from './support/singleQuotes.js';

/** These stand on their own; after any other the parser has lost its way, and only the first of them helps. */
const INDEPENDENT: ReadonlySet<SyntaxProblem['code']> = new Set([
  'byte-order-mark',
  'comment',
  'trailing-comma',
  'single-quotes',
  'invalid-escape',
  'invalid-character',
]);

/** The text is not JSON: AWS refuses all of it. */
export const jsonSyntax = defineRule({
  id: 'json-syntax',
  defaultLevel: 'error',
  tags: ['correctness'],
  catalogue: ['json-syntax'],
  peers: ['JSON_SYNTAX_ERROR', 'MALFORMED_JSON'],
  fixable: 'sometimes',

  *check({ source }) {
    let covered = -1;
    let hasLostItsWay = false;
    for (const problem of source.problems) {
      const isIndependent = INDEPENDENT.has(problem.code);
      if (problem.span.start < covered || (hasLostItsWay && !isIndependent)) {
        continue;
      }
      const finding = describe(source, problem);
      covered = Math.max(covered, finding.span.end);
      hasLostItsWay ||= !isIndependent || isUnclosedComment(source, problem);
      yield finding;
    }
  },
});

function describe(source: ParsedSource, { code, span }: SyntaxProblem): Finding {
  const raw = source.text.slice(span.start, span.end);
  const token = excerpt(raw.replace(/^"|"$/g, ''));
  const remove = (title: string, safe: boolean): readonly Fix[] => [
    { title, safe, edits: () => [{ span, newText: '' }] },
  ];
  switch (code) {
    case 'byte-order-mark':
      return {
        span,
        message: l10n.t(
          'Invalid byte order mark: JSON begins with its first bracket, and AWS refuses what precedes it.',
        ),
        fixes: remove(l10n.t('Remove the byte order mark'), true),
      };
    case 'comment':
      if (isUnclosedComment(source, { code, span })) {
        return { span, message: l10n.t('Unclosed comment: "*/" is missing.') };
      }
      return {
        span,
        message: l10n.t('Invalid comment: JSON has no comments, and AWS refuses a policy that holds one.'),
        fixes: remove(l10n.t('Remove the comment'), false),
      };
    case 'trailing-comma':
      return {
        span,
        message: l10n.t('Invalid comma: nothing follows it before the closing bracket.'),
        fixes: remove(l10n.t('Remove the comma'), true),
      };
    case 'single-quotes':
      return describeSingleQuotes(source, span.start, token);
    case 'missing-comma':
      return {
        span,
        message: l10n.t('Expected a comma before "{0}".', token),
        ...(/^["{[]/.test(raw) && { fixes: [insertCommaBefore(source, span.start)] }),
      };
    case 'missing-colon':
      return { span, message: l10n.t('Expected a colon between the name and its value.') };
    case 'missing-value':
      return {
        span,
        message:
          token === ''
            ? l10n.t('Expected a value before the end of the text.')
            : l10n.t('Expected a value before "{0}".', token),
      };
    case 'missing-property-name':
      return {
        span,
        message:
          token === ''
            ? l10n.t('Expected a name in double quotes before the end of the text.')
            : l10n.t('Expected a name in double quotes before "{0}".', token),
      };
    case 'unclosed':
      return { span, message: l10n.t('Expected a closing bracket: the text ends, and an opened one is left.') };
    case 'unclosed-string':
      return {
        span,
        message: l10n.t('Unclosed string "{0}": expected a double quote before the end of the line.', token),
      };
    case 'invalid-escape':
      return {
        span,
        message: l10n.t(
          'Invalid escape in "{0}": JSON knows only n, r, t, b, f, u, slash, backslash and double quote after a backslash.',
          token,
        ),
      };
    case 'invalid-character':
      return {
        span,
        message: l10n.t('Invalid control character in "{0}": remove it, or write it as an escape.', token),
      };
    case 'invalid-token':
      return {
        span,
        message: l10n.t('Invalid text "{0}": JSON has strings in double quotes, numbers, true, false and null.', token),
      };
    case 'text-after-end':
      return {
        span,
        message: l10n.t('Invalid text "{0}" after the end of the policy: one document holds one policy.', token),
      };
    case 'too-deep':
      return { span, message: l10n.t('Brackets are nested too deep for a policy, so the document is not checked.') };
  }
}

function isUnclosedComment({ text }: ParsedSource, { code, span }: SyntaxProblem): boolean {
  const raw = text.slice(span.start, span.end);
  return code === 'comment' && raw.startsWith('/*') && !raw.endsWith('*/');
}

function describeSingleQuotes({ text }: ParsedSource, start: number, token: string): Finding {
  const quoted = findSingleQuoted(text, start);
  const message = l10n.t(
    'Invalid single quotes round "{0}": JSON strings stand in double quotes.',
    quoted?.content ?? token,
  );
  if (quoted === undefined) {
    return { span: { start, end: start + 1 }, message };
  }
  const { span, replacement } = quoted;
  return {
    span,
    message,
    fixes: [{ title: l10n.t('Use double quotes'), safe: true, edits: () => [{ span, newText: replacement }] }],
  };
}

function insertCommaBefore({ text, comments }: ParsedSource, start: number): Fix {
  return {
    title: l10n.t('Insert a comma'),
    safe: true,
    edits: () => {
      let offset = start;
      for (;;) {
        offset = text.slice(0, offset).trimEnd().length;
        const end = offset;
        const comment = comments.find(({ span }) => span.end === end);
        if (comment === undefined) {
          return [{ span: { start: offset, end: offset }, newText: ',' }];
        }
        offset = comment.span.start;
      }
    },
  };
}
