import { recall } from '../../policy/memo.js';
import type { Principal, PrincipalElement, PrincipalType, Statement } from '../../policy/model.js';
import { hasTemplatePart } from '../../policy/placeholders.js';
import type { RuleContext } from '../rule.js';
import { isUnfinished } from './unfinished.js';
import { hasWrongCharacters } from './wrongCharacters.js';

/** A principal whose text is complete and known. */
export interface PrincipalValue {
  readonly statement: Statement;
  readonly element: PrincipalElement;
  readonly principal: Principal;
  readonly text: string;
}

/**
 * The principals of one type, in document order. Those that are half-typed or filled in by a tool are left out, and so
 * are those with blanks at an end, which `string-stray-whitespace` reports.
 */
export function principalValues(context: RuleContext, type: PrincipalType): readonly PrincipalValue[] {
  return recall(context.memo, context.policy, readAll, context).filter(({ principal }) => principal.type === type);
}

/** Those of one statement. */
export function principalValuesOf(
  context: RuleContext,
  statement: Statement,
  type: PrincipalType,
): readonly PrincipalValue[] {
  return judgeable(context, statement).filter(({ principal }) => principal.type === type);
}

function readAll(context: RuleContext): readonly PrincipalValue[] {
  return context.policy.statements.flatMap((statement) => judgeable(context, statement));
}

function judgeable(context: RuleContext, statement: Statement): readonly PrincipalValue[] {
  return recall(context.memo, statement, findJudgeable, context, statement);
}

function findJudgeable(context: RuleContext, statement: Statement): readonly PrincipalValue[] {
  const element = statement.principal;
  if (element === undefined) {
    return [];
  }
  return element.principals.flatMap((principal) => {
    const text = principal.value.known;
    return text === undefined ||
      hasTemplatePart(text) ||
      isUnfinished(context, principal.value.span) ||
      hasWrongCharacters(context, text)
      ? []
      : [{ statement, element, principal, text }];
  });
}
