import type { Level } from '../../protocol/src/vocabulary.js';
import type { Rule } from '../../server/src/rules/rule.js';

/** The level that a test gives to a rule which is off until somebody asks for it. */
const ASKED_FOR: Level = 'warning';

/** Settings under which a rule speaks: none, but for one that is off by default. */
export function levelsToTest({ id, defaultLevel }: Rule): Readonly<Record<string, Level>> {
  return defaultLevel === 'off' ? { [id]: ASKED_FOR } : {};
}

/** The level of the findings of a rule under `levelsToTest`. */
export function levelToExpect({ defaultLevel }: Rule): Level {
  return defaultLevel === 'off' ? ASKED_FOR : defaultLevel;
}
