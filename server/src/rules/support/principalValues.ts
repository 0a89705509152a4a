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
export function* principalValues(context: RuleContext, type: PrincipalType): Generator<PrincipalValue> {
  for (const statement of context.policy.statements) {
    const element = statement.principal;
    for (const principal of element?.principals ?? []) {
      const text = principal.value.known;
      if (element === undefined || principal.type !== type || text === undefined || hasTemplatePart(text)) {
        continue;
      }
      if (!isUnfinished(context, principal.value.span) && !hasWrongCharacters(context, text)) {
        yield { statement, element, principal, text };
      }
    }
  }
}
