import * as l10n from '@vscode/l10n';
import { matchesActionPattern } from '../knowledge/actionPattern.js';
import { matchesWildcard } from '../policy/wildcard.js';
import { defineRule } from './rule.js';
import { openingOf } from './support/anchor.js';
import { removeStatementFix } from './support/statementFixes.js';
import { comparableStatements, type StatementSets, type TextSet } from './support/statementSets.js';

/** A statement that a wider one makes superfluous: taking it out changes nothing, and editing it changes nothing. */
export const statementSubsumed = defineRule({
  id: 'statement-subsumed',
  defaultLevel: 'info',
  tags: ['style'],
  catalogue: ['statement-subsumed'],
  peers: ['REDUNDANT_ACTION'],
  fixable: 'always',

  *check(context) {
    const candidates = comparableStatements(context).filter((sets) => sets.isUnconditional && !sets.isNegated);
    // Of statements that say the same, the first stands for all.
    const different = [...new Map([...candidates].reverse().map((sets) => [sets.key, sets])).values()].reverse();
    for (const narrow of candidates) {
      const wide = different.find((other) => makesSuperfluous(other, narrow));
      if (wide === undefined) {
        continue;
      }
      yield {
        span: openingOf(narrow.statement),
        message: l10n.t('Superfluous statement: statement {0} covers all that it says.', wide.statement.index + 1),
        related: [{ span: openingOf(wide.statement), message: l10n.t('This covers it.') }],
        fixes: removeStatementFix(context, narrow.statement),
      };
    }
  },
});

/** Of two that cover each other the first stays; of two that are the same `statement-duplicate` speaks. */
function makesSuperfluous(wide: StatementSets, narrow: StatementSets): boolean {
  return (
    wide !== narrow &&
    wide.key !== narrow.key &&
    covers(wide, narrow) &&
    (wide.statement.index < narrow.statement.index || !covers(narrow, wide))
  );
}

function covers(wide: StatementSets, narrow: StatementSets): boolean {
  return (
    wide.effect === narrow.effect &&
    coversPrincipals(wide.principals, narrow.principals) &&
    coversTexts(wide.resources, narrow.resources, matchesWildcard) &&
    coversTexts(wide.actions, narrow.actions, matchesActionPattern)
  );
}

/** Everyone covers each; an account covers nobody but itself, since what it lets in its IAM policies say. */
function coversPrincipals(wide: ReadonlySet<string>, narrow: ReadonlySet<string>): boolean {
  for (const who of narrow) {
    if (!wide.has(who) && !(wide.has('*') && who.startsWith('AWS '))) {
      return false;
    }
  }
  return narrow.size > 0 || wide.size === 0;
}

function coversTexts(wide: TextSet, narrow: TextSet, matches: (pattern: string, text: string) => boolean): boolean {
  for (const text of narrow.all) {
    if (!wide.all.has(text) && !wide.patterns.some((pattern) => isSound(pattern, text) && matches(pattern, text))) {
      return false;
    }
  }
  return narrow.all.size > 0 || wide.all.size === 0;
}

/** Read as text, a `*` of the narrower one would pass for the single character of `?`. */
function isSound(pattern: string, text: string): boolean {
  return !(pattern.includes('?') && text.includes('*'));
}
