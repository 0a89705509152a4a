import type { ListElement, PolicyString, Statement } from '../../policy/model.js';
import type { Path } from '../../source/sourceNode.js';

/** One value of `Action`, `Resource` or a `Not` twin, with where it stands. */
export interface ListItem {
  readonly value: PolicyString;
  /** Path of the value in the document. */
  readonly path: Path;
  /** True when the value is one of several, so that the element survives without it. */
  readonly isOneOfSeveral: boolean;
}

/** The values of an element with their paths. */
export function listItems(statement: Statement, { entry, values }: ListElement): ListItem[] {
  const elementPath = [...statement.path, String(entry.key.value)];
  const list = entry.value;
  if (list?.kind !== 'sequence') {
    return values.map((value) => ({ value, path: elementPath, isOneOfSeveral: false }));
  }
  const positions = new Map(list.items.map((item, index) => [item, index]));
  return values.map((value) => ({
    value,
    path: [...elementPath, positions.get(value.node) ?? 0],
    isOneOfSeveral: list.items.length > 1,
  }));
}
