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
  // The values are the strings among the items, in their order.
  let index = 0;
  return values.map((value) => {
    while (index < list.items.length && list.items[index] !== value.node) {
      index++;
    }
    return { value, path: [...elementPath, index], isOneOfSeveral: list.items.length > 1 };
  });
}
