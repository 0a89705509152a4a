import type { LocalText } from '../localText.js';

/** A `Condition` block. */
export type ConditionExample = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What we say about a condition key, beyond what the service's own reference does. */
export interface ConditionKeyNote {
  /** The key, or the template of its family. */
  readonly key: string;
  readonly text: LocalText;
  readonly example: ConditionExample;
}

/** A note in one line of data. */
export function note(key: string, en: string, ko: string, example: ConditionExample): ConditionKeyNote {
  return { key, text: { en, ko }, example };
}
