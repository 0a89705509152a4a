import type { Principal, PrincipalElement, Statement } from '../../policy/model.js';
import type { Fix, RuleContext } from '../rule.js';
import { removeItemFix } from './fixes.js';
import { isOneOfSeveral } from './principalMapping.js';

/**
 * Takes a principal out where others stand beside it, with its type where it is the only one of that. None where the
 * statement would be left with nobody: what then becomes of it is for the author to say.
 *
 * @param safe true when the principal has no effect, so that nobody loses anything
 */
export function removePrincipalFix(
  context: Pick<RuleContext, 'source'>,
  element: PrincipalElement,
  principal: Principal,
  safe: boolean,
): Fix[] {
  const text = principal.value.known ?? '';
  if (isOneOfSeveral(element, principal)) {
    return [removeItemFix(context, principal.path, text, safe)];
  }
  const typePath = principal.path.slice(0, principal.path.findLastIndex((step) => typeof step === 'string') + 1);
  return hasOtherType(element) ? [removeItemFix(context, typePath, text, safe)] : [];
}

/** Takes a whole type of principals out where another one stands beside it. */
export function removePrincipalTypeFix(
  context: Pick<RuleContext, 'source'>,
  { path, principal }: Statement,
  type: string,
): Fix[] {
  if (principal === undefined || !hasOtherType(principal)) {
    return [];
  }
  return [removeItemFix(context, [...path, String(principal.entry.key.value), type], type, false)];
}

function hasOtherType({ entry }: PrincipalElement): boolean {
  const types = entry.value?.kind === 'mapping' ? entry.value.entries.map(({ key }) => key.value) : [];
  return types.length > 1 && new Set(types).size === types.length;
}
