/** A truth function over several many-valued variables; equal functions are the same number. */
export type Diagram = number;

/** Which value each variable takes; variables that do not matter are left out. */
export type Assignment = ReadonlyMap<number, number>;

interface Node {
  readonly variable: number;
  /** One diagram for each value of the variable. */
  readonly children: readonly Diagram[];
}

const MAX_NODES = 60_000;

/**
 * Decision diagrams over variables of a few values each, reduced and shared: two functions are equal if and only if
 * their diagrams are, however they were written. That is what makes "the same access, differently put" decidable
 * without trying every request. (Bryant, "Graph-Based Algorithms for Boolean Function Manipulation", for two values.)
 */
export class Diagrams {
  static readonly NEVER: Diagram = 0;
  static readonly ALWAYS: Diagram = 1;

  /** True when a function was too large: answers from then on mean nothing. */
  isExhausted = false;

  private readonly nodes: (Node | undefined)[] = [undefined, undefined];
  private readonly known = new Map<string, Diagram>();
  private readonly conjunctions = new Map<number, Diagram>();
  private readonly complements = new Map<Diagram, Diagram>();

  /** @param sizeOf how many values a variable has; asked when it is first used */
  constructor(private readonly sizeOf: (variable: number) => number) {}

  /** "The variable has one of these values." */
  oneOf(variable: number, allowed: (value: number) => boolean): Diagram {
    const children = Array.from({ length: this.sizeOf(variable) }, (_, value) =>
      allowed(value) ? Diagrams.ALWAYS : Diagrams.NEVER,
    );
    return this.make(variable, children);
  }

  and(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === Diagrams.ALWAYS) {
      return a;
    }
    if (a === Diagrams.NEVER || b === Diagrams.NEVER) {
      return Diagrams.NEVER;
    }
    if (a === Diagrams.ALWAYS) {
      return b;
    }
    const key = Math.min(a, b) * MAX_NODES * 2 + Math.max(a, b);
    const found = this.conjunctions.get(key);
    if (found !== undefined) {
      return found;
    }
    const variable = Math.min(this.variableOf(a), this.variableOf(b));
    const children = Array.from({ length: this.sizeOf(variable) }, (_, value) =>
      this.and(this.childOf(a, variable, value), this.childOf(b, variable, value)),
    );
    const result = this.make(variable, children);
    this.conjunctions.set(key, result);
    return result;
  }

  not(a: Diagram): Diagram {
    const node = this.nodes[a];
    if (node === undefined) {
      return a === Diagrams.NEVER ? Diagrams.ALWAYS : Diagrams.NEVER;
    }
    const found = this.complements.get(a);
    if (found !== undefined) {
      return found;
    }
    const result = this.make(
      node.variable,
      node.children.map((child) => this.not(child)),
    );
    this.complements.set(a, result);
    return result;
  }

  or(a: Diagram, b: Diagram): Diagram {
    return this.not(this.and(this.not(a), this.not(b)));
  }

  all(items: Iterable<Diagram>): Diagram {
    let result = Diagrams.ALWAYS;
    for (const item of items) {
      result = this.and(result, item);
    }
    return result;
  }

  any(items: Iterable<Diagram>): Diagram {
    let result = Diagrams.NEVER;
    for (const item of items) {
      result = this.or(result, item);
    }
    return result;
  }

  /** True when `a` holds nowhere outside of `b`. */
  implies(a: Diagram, b: Diagram): boolean {
    return this.and(a, this.not(b)) === Diagrams.NEVER;
  }

  /** Values for which the function holds, the first ones where there is a choice; undefined when it never holds. */
  pick(a: Diagram): Assignment | undefined {
    if (a === Diagrams.NEVER) {
      return undefined;
    }
    const picked = new Map<number, number>();
    for (let node = this.nodes[a]; node !== undefined; ) {
      const value = node.children.findIndex((child) => child !== Diagrams.NEVER);
      picked.set(node.variable, value);
      node = this.nodes[node.children[value] ?? Diagrams.NEVER];
    }
    return picked;
  }

  private make(variable: number, children: readonly Diagram[]): Diagram {
    const [first] = children;
    if (first !== undefined && children.every((child) => child === first)) {
      return first;
    }
    const key = `${variable}:${children.join()}`;
    const found = this.known.get(key);
    if (found !== undefined) {
      return found;
    }
    if (this.nodes.length >= MAX_NODES) {
      this.isExhausted = true;
      return Diagrams.NEVER;
    }
    const created = this.nodes.push({ variable, children }) - 1;
    this.known.set(key, created);
    return created;
  }

  private variableOf(a: Diagram): number {
    return this.nodes[a]?.variable ?? Number.POSITIVE_INFINITY;
  }

  private childOf(a: Diagram, variable: number, value: number): Diagram {
    const node = this.nodes[a];
    return node === undefined || node.variable !== variable ? a : (node.children[value] ?? Diagrams.NEVER);
  }
}
