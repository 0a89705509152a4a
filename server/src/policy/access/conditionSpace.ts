import type { Atom, Values } from './atoms.js';
import { isPairKey, isPairList, makeCandidates } from './candidates.js';
import { type Assignment, type Diagram, Diagrams } from './diagrams.js';

/** A group of keys that are looked at together, as one variable of the diagrams. */
interface Component {
  readonly keys: readonly string[];
  readonly isComplete: boolean;
  readonly atoms: readonly Atom[];
  /** Outcomes of the atoms, and the requests that have them; each member of a class is as good as another. */
  readonly classes: readonly { readonly outcomes: readonly boolean[]; readonly requests: readonly Values[] }[];
}

/**
 * Which demands of statements can be met together, decided by looking at enough values of each condition key: those
 * written, some that match wildcards only, the neighbours of bounds, one that nothing names, and none at all.
 */
export class ConditionSpace {
  readonly diagrams = new Diagrams((variable) => this.sizes[variable] ?? 0);
  /** Keys for which not every combination could be looked at. */
  readonly incompleteKeys = new Set<string>();

  private readonly sizes: number[] = [];
  private readonly components: (Component | undefined)[] = [];
  /** Component by key; built when first asked for. */
  private readonly byKey = new Map<string, number>();
  private readonly opaque = new Map<string, number>();
  private readonly literals = new Map<string, Diagram>();
  private readonly atoms: readonly Atom[];

  /**
   * @param atoms every demand that will be asked about
   * @param cache what other spaces have worked out already
   */
  constructor(
    atoms: Iterable<Atom>,
    private readonly cache: ComponentCache,
  ) {
    this.atoms = [...new Map([...atoms].map((atom) => [atom.id, atom])).values()].filter(
      ({ isReadable }) => isReadable,
    );
  }

  /** "The request meets this demand." What cannot be read may be met or not, whatever the request. */
  literal(atom: Atom): Diagram {
    const known = this.literals.get(atom.id);
    if (known !== undefined) {
      return known;
    }
    const made = this.makeLiteral(atom);
    this.literals.set(atom.id, made);
    return made;
  }

  /** "The request is one that satisfies `test`", as far as the keys go that have been asked about. */
  constrain(test: (values: Values) => boolean): Diagram {
    return this.diagrams.all(
      this.components.flatMap((component, variable) => {
        const classes = component?.classes;
        return classes === undefined
          ? []
          : [this.diagrams.oneOf(variable, (value) => classes[value]?.requests.some(test) === true)];
      }),
    );
  }

  /**
   * A request for which a function holds; undefined when it depends on a demand that cannot be read, or never holds.
   *
   * @param test what the values of a request must satisfy besides, as given to `constrain`
   */
  example(where: Diagram, test: (values: Values) => boolean): Values | undefined {
    const picked = this.diagrams.pick(where);
    return picked === undefined || this.dependsOnUnreadable(picked) ? undefined : this.toValues(picked, test);
  }

  private dependsOnUnreadable(picked: Assignment): boolean {
    return [...picked.keys()].some((variable) => this.components[variable] === undefined);
  }

  private toValues(picked: Assignment, test: (values: Values) => boolean): Values {
    return Object.assign(
      {},
      ...[...picked].map(([variable, value]) => this.components[variable]?.classes[value]?.requests.find(test) ?? {}),
    );
  }

  private makeLiteral(atom: Atom): Diagram {
    if (!atom.isReadable) {
      return this.opaqueLiteral(atom.id);
    }
    const variable = this.byKey.get(atom.key) ?? this.addComponent(atom);
    const component = this.components[variable];
    const position = component?.atoms.findIndex(({ id }) => id === atom.id) ?? -1;
    if (component === undefined || position < 0) {
      return this.opaqueLiteral(atom.id);
    }
    return this.diagrams.oneOf(variable, (value) => component.classes[value]?.outcomes[position] === true);
  }

  private opaqueLiteral(id: string): Diagram {
    let variable = this.opaque.get(id);
    if (variable === undefined) {
      variable = this.sizes.push(2) - 1;
      this.components.push(undefined);
      this.opaque.set(id, variable);
    }
    return this.diagrams.oneOf(variable, (value) => value === 0);
  }

  private addComponent(atom: Atom): number {
    const keys = this.linkedKeys(atom.key);
    const component = this.cache.get(
      [...keys],
      this.atoms.filter(({ key }) => keys.has(key)),
    );
    const variable = this.sizes.push(component.classes.length) - 1;
    this.components.push(component);
    for (const key of keys) {
      this.byKey.set(key, variable);
      if (!component.isComplete) {
        this.incompleteKeys.add(key);
      }
    }
    return variable;
  }

  /** The key and those that are tied to it: by policy variables, or as parts of one encryption context. */
  private linkedKeys(key: string): Set<string> {
    const keys = new Set([key]);
    const asksForPairs = this.atoms.some(({ key: name }) => isPairList(name));
    for (let size = 0; size !== keys.size; ) {
      size = keys.size;
      for (const atom of this.atoms) {
        const tied = [atom.key, ...atom.variables];
        const isPair = asksForPairs && isPairKey(atom.key) && [...keys].some(isPairKey);
        if (isPair || tied.some((name) => keys.has(name))) {
          for (const name of tied) {
            keys.add(name);
          }
        }
      }
    }
    return keys;
  }
}

/** Keeps the components of several spaces over the same callers: most of them ask for the same keys. */
export class ComponentCache {
  private readonly known = new Map<string, Component>();

  /** @param extra further values of a key that are worth looking at */
  constructor(private readonly extra: (key: string, atoms: readonly Atom[]) => readonly string[]) {}

  get(keys: readonly string[], atoms: readonly Atom[]): Component {
    const id = JSON.stringify([...keys, ...atoms.map((atom) => atom.id)].sort());
    let component = this.known.get(id);
    if (component === undefined) {
      component = toComponent(keys, atoms, this.extra);
      this.known.set(id, component);
    }
    return component;
  }
}

/** Sorts requests by how the atoms come out. Atoms that no request decides are left to be opaque. */
function toComponent(
  keys: readonly string[],
  atoms: readonly Atom[],
  extra: (key: string, atoms: readonly Atom[]) => readonly string[],
): Component {
  const { requests, isComplete } = makeCandidates(keys, atoms, (key) => extra(key, atoms));
  const table = requests.map((request) => atoms.map((atom) => atom.test(request)));
  const decided = atoms.filter((_, index) => table.some((row) => row[index] !== 'unknown'));
  const classes = new Map<string, { outcomes: boolean[]; requests: Values[] }>();
  for (const [index, request] of requests.entries()) {
    const outcomes = decided.map((atom) => table[index]?.[atoms.indexOf(atom)]);
    if (outcomes.includes('unknown')) {
      continue; // a value of the wrong type for one of the operators
    }
    const key = outcomes.join();
    const known = classes.get(key);
    if (known === undefined) {
      classes.set(key, { outcomes: outcomes.map((outcome) => outcome === 'yes'), requests: [request] });
    } else {
      known.requests.push(request);
    }
  }
  return { keys, isComplete, atoms: decided, classes: [...classes.values()] };
}
