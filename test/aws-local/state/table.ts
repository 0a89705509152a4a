/** How long writes stay invisible to reads. Zero everywhere means: immediately consistent. */
export interface Consistency {
  /** Read requests that still see the old state after a write. */
  reads: number;
  /** Milliseconds of the endpoint's clock during which reads see the old state. */
  ms: number;
}

interface Pending<Row> {
  /** The row as it was before the write; undefined when it did not exist. */
  readonly before: Row | undefined;
  readsLeft: number;
  readonly untilMs: number;
}

/**
 * Rows by id. Rows are immutable: a change replaces one. Writers see the newest rows; readers see a view that may lag
 * behind, as AWS does. A row may be given as a function, called at first use, so that large accounts cost little.
 */
export class Table<Row extends object> {
  readonly #rows = new Map<string, Row | (() => Row)>();
  readonly #pending = new Map<string, Pending<Row>>();
  #sortedIds: string[] | undefined;

  constructor(
    private readonly consistency: Consistency,
    private readonly now: () => number,
  ) {}

  /** Puts a row there from the start, visible at once. */
  load(id: string, row: Row | (() => Row)): void {
    this.#rows.set(id, row);
    this.#sortedIds = undefined;
  }

  /** The newest row: what a write sees. */
  get(id: string): Row | undefined {
    const row = this.#rows.get(id);
    if (typeof row !== 'function') {
      return row;
    }
    const made = row();
    this.#rows.set(id, made);
    return made;
  }

  ids(): readonly string[] {
    this.#sortedIds ??= [...this.#rows.keys()].sort();
    return this.#sortedIds;
  }

  set(id: string, row: Row): void {
    this.#rememberBefore(id);
    if (!this.#rows.has(id)) {
      this.#sortedIds = undefined;
    }
    this.#rows.set(id, row);
  }

  delete(id: string): void {
    this.#rememberBefore(id);
    this.#rows.delete(id);
    this.#sortedIds = undefined;
  }

  /** The row as a read sees it now. */
  read(id: string): Row | undefined {
    const pending = this.#stale(id);
    return pending === undefined ? this.get(id) : pending.before;
  }

  /** Sorted ids as a read sees them now. */
  readIds(): readonly string[] {
    const stale = [...this.#pending.keys()].filter((id) => this.#stale(id) !== undefined);
    if (stale.length === 0) {
      return this.ids();
    }
    const ids = new Set(this.ids());
    for (const id of stale) {
      if (this.read(id) === undefined) {
        ids.delete(id);
      } else {
        ids.add(id);
      }
    }
    return [...ids].sort();
  }

  /** Counts one read request. */
  countRead(): void {
    for (const [id, pending] of this.#pending) {
      pending.readsLeft -= 1;
      if (this.#stale(id) === undefined) {
        this.#pending.delete(id);
      }
    }
  }

  #rememberBefore(id: string): void {
    const { reads, ms } = this.consistency;
    if (reads > 0 || ms > 0) {
      const before = this.read(id);
      this.#pending.set(id, { before, readsLeft: reads, untilMs: this.now() + ms });
    }
  }

  #stale(id: string): Pending<Row> | undefined {
    const pending = this.#pending.get(id);
    const isStale = pending !== undefined && (pending.readsLeft > 0 || this.now() < pending.untilMs);
    return isStale ? pending : undefined;
  }
}
