import type { Path } from '../source/sourceNode.js';

/** What a place of a policy is for, told by its path alone, so that half-typed documents have roles too. */
export type Role =
  | { readonly kind: 'policy-element' }
  | { readonly kind: 'policy-value'; readonly element: string }
  /** A place where a statement can stand. */
  | { readonly kind: 'statement'; readonly index: number | undefined }
  | { readonly kind: 'statement-element'; readonly statement: number }
  | { readonly kind: 'sid' | 'effect' | 'operator'; readonly statement: number }
  | { readonly kind: 'principal-element'; readonly statement: number; readonly element: string }
  | { readonly kind: 'principal-type'; readonly statement: number; readonly element: string }
  | { readonly kind: 'principal'; readonly statement: number; readonly type: string }
  | { readonly kind: 'action' | 'resource'; readonly statement: number; readonly element: string }
  | { readonly kind: 'condition-block'; readonly statement: number; readonly operator: string | undefined }
  | { readonly kind: 'condition-key'; readonly statement: number; readonly operator: string }
  | { readonly kind: 'condition-value'; readonly statement: number; readonly operator: string; readonly key: string };

/**
 * The role of the node at `path`, counted from the policy's root. `inKey`: the path's last step is the key itself that
 * stands there, not its value. Undefined for places that policies do not have.
 */
export function roleAt(path: Path, inKey: boolean): Role | undefined {
  const [first, ...rest] = path;
  if (rest.length === 0 && inKey) {
    return { kind: 'policy-element' };
  }
  if (typeof first !== 'string') {
    return undefined;
  }
  if (first !== 'Statement') {
    return rest.length === 0 ? { kind: 'policy-value', element: first } : undefined;
  }
  const [index, ...inStatement] = rest;
  if (typeof index === 'number') {
    return roleInStatement(inStatement, inKey, index);
  }
  // A policy with one statement may hold it without a list.
  return rest.length === 0 ? { kind: 'statement', index: undefined } : roleInStatement(rest, inKey, 0);
}

function roleInStatement(path: Path, inKey: boolean, statement: number): Role | undefined {
  const [element, ...rest] = path;
  if (element === undefined) {
    return { kind: 'statement', index: statement };
  }
  if (typeof element !== 'string') {
    return undefined;
  }
  if (rest.length === 0 && inKey) {
    return { kind: 'statement-element', statement };
  }
  switch (element) {
    case 'Sid':
      return { kind: 'sid', statement };
    case 'Effect':
      return { kind: 'effect', statement };
    case 'Principal':
    case 'NotPrincipal':
      return roleInPrincipal(rest, inKey, statement, element);
    case 'Action':
    case 'NotAction':
      return isListPlace(rest) ? { kind: 'action', statement, element } : undefined;
    case 'Resource':
    case 'NotResource':
      return isListPlace(rest) ? { kind: 'resource', statement, element } : undefined;
    case 'Condition':
      return roleInCondition(rest, inKey, statement);
    default:
      return undefined;
  }
}

function roleInPrincipal(path: Path, inKey: boolean, statement: number, element: string): Role | undefined {
  const [type, ...rest] = path;
  if (type === undefined) {
    return { kind: 'principal-element', statement, element };
  }
  if (typeof type !== 'string') {
    return undefined;
  }
  if (inKey && rest.length === 0) {
    return { kind: 'principal-type', statement, element };
  }
  return isListPlace(rest) ? { kind: 'principal', statement, type } : undefined;
}

function roleInCondition(path: Path, inKey: boolean, statement: number): Role | undefined {
  const [operator, key, ...rest] = path;
  if (operator === undefined) {
    return { kind: 'condition-block', statement, operator: undefined };
  }
  if (typeof operator !== 'string') {
    return undefined;
  }
  if (key === undefined) {
    return inKey ? { kind: 'operator', statement } : { kind: 'condition-block', statement, operator };
  }
  if (typeof key !== 'string') {
    return undefined;
  }
  if (rest.length === 0 && inKey) {
    return { kind: 'condition-key', statement, operator };
  }
  return isListPlace(rest) ? { kind: 'condition-value', statement, operator, key } : undefined;
}

/** A value, or an item of a list of values. */
function isListPlace(path: Path): boolean {
  return path.length === 0 || (path.length === 1 && typeof path[0] === 'number');
}
