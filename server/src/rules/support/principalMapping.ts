import type { Principal, PrincipalElement, PrincipalType, Statement } from '../../policy/model.js';
import { type Entry, findEntry, type MappingNode, type TextEdit } from '../../source/sourceNode.js';
import type { RuleContext } from '../rule.js';
import { toPlainValue } from './plainValue.js';
import { isUnfinished } from './unfinished.js';

/** True when other values stand in the list of the principal, so that its type survives without it. */
export function isOneOfSeveral({ entry }: PrincipalElement, { value }: Principal): boolean {
  const types = entry.value;
  if (types?.kind !== 'mapping') {
    return false;
  }
  return types.entries.some(
    ({ value: list }) => list?.kind === 'sequence' && list.items.length > 1 && list.items.includes(value.node),
  );
}

/** The entries of one type among the principals of all statements, with those; half-typed ones are left out. */
export function principalTypeEntries(
  context: RuleContext,
  type: PrincipalType,
): (Entry & { readonly statement: Statement })[] {
  return context.policy.statements.flatMap((statement) => {
    const types = statement.principal?.entry.value;
    const entry = types?.kind === 'mapping' ? findEntry(types, type) : undefined;
    return entry?.value === undefined || isUnfinished(context, entry.span) ? [] : [{ ...entry, statement }];
  });
}

/**
 * Edits that move a principal to another type. Undefined when a type stands twice, or when the target holds something
 * that plain data cannot repeat.
 */
export function movePrincipal(
  { source }: Pick<RuleContext, 'source'>,
  element: PrincipalElement,
  principal: Principal,
  target: PrincipalType,
): (() => readonly TextEdit[]) | undefined {
  const types = element.entry.value;
  if (types?.kind !== 'mapping' || hasDoubles(types)) {
    return undefined;
  }
  const { editor } = source;
  const typePath = principal.path.filter(
    (step, index) => index < principal.path.length - 1 || typeof step === 'string',
  );
  const targetPath = [...typePath.slice(0, -1), target];
  const targetEntry = types.entries.find(({ key }) => key.value === target);
  const ownEntry = types.entries.find(({ key }) => key.value === typePath.at(-1));
  const isAlone = !isOneOfSeveral(element, principal);
  if (ownEntry === undefined) {
    return undefined;
  }
  if (targetEntry === undefined) {
    return isAlone
      ? () => editor.replaceString(ownEntry.key, target)
      : () => [...editor.remove(principal.path), ...editor.set(targetPath, principal.value.known)];
  }
  const present = toPlainValue(targetEntry.value);
  if (typeof present !== 'string' && !Array.isArray(present)) {
    return undefined;
  }
  return () => [
    ...editor.remove(isAlone ? typePath : principal.path),
    ...editor.set(targetPath, [present, principal.value.known].flat()),
  ];
}

function hasDoubles({ entries }: MappingNode): boolean {
  return new Set(entries.map(({ key }) => key.value)).size < entries.length;
}
