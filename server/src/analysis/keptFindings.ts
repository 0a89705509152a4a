import type { Finding, Rule } from '../rules/rule.js';

/** What a rule says, without its fixes: those are made when somebody asks. */
export interface Remark extends Omit<Finding, 'fixes'> {
  readonly rule: Rule;
}

/** All that findings inside a statement depend on beside its text; compared member by member, by identity. */
export type Surroundings = Readonly<Record<string, unknown>>;

/** The version at hand, and two before it: a key pressed and taken back brings a text of the last but one. */
const GENERATIONS = 3;

/**
 * The findings inside the statements of one document, by the text of the statement, handed on from one version of the
 * document to the next. What the last versions did not hold is forgotten.
 */
export class KeptFindings {
  private surroundings: Surroundings = {};
  /** The newest first. */
  private generations: readonly Map<string, readonly Remark[]>[] = [];
  /** What stood outside of statements when nothing was said of it. */
  private silentText: string | undefined;

  /** Begins a version. What was kept under other surroundings is void. */
  begin(surroundings: Surroundings): void {
    if (!isSame(surroundings, this.surroundings)) {
      this.generations = [];
      this.silentText = undefined;
    }
    this.surroundings = surroundings;
    this.generations = [new Map(), ...this.generations.slice(0, GENERATIONS - 1)];
  }

  /**
   * The findings outside of statements, which are few: only that there are none is kept, until something changes there.
   *
   * @param text all of the document but its list of statements; undefined when that does not decide alone
   */
  outside(text: string | undefined, find: () => readonly Remark[]): readonly Remark[] {
    if (text !== undefined && text === this.silentText) {
      return [];
    }
    const found = find();
    this.silentText = found.length === 0 ? text : undefined;
    return found;
  }

  /** The findings inside a statement, with spans counted from its start: kept ones, or those that `find` makes. */
  of(text: string, find: () => readonly Remark[]): readonly Remark[] {
    const found = this.generations.find((generation) => generation.has(text))?.get(text) ?? find();
    // The text is a piece of its document, which lives as long as the piece does: the newest takes the place of others.
    this.generations[0]?.set(text, found);
    return found;
  }
}

/** Whether nothing that findings depend on has changed. */
export function isSame(a: Surroundings, b: Surroundings): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.is(a[name], b[name]));
}
