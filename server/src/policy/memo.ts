import type { Policy, Statement } from './model.js';

/** Answers about one subject, by the function that gave them. */
export type Answers = Map<object, unknown>;

/** The statements of a policy that a question picks, by the question. */
export type Selections = Map<object, readonly Statement[]>;

/** What is known from the version before. */
export interface Inheritance {
  /** The statements that it had too, with what is known of each; answers are added to it. */
  readonly answers: Iterable<readonly [Statement, Answers]>;
  /** Filled for the next version. */
  readonly selections: Selections;
  /** What was picked before one statement was exchanged; absent when more has changed. */
  readonly earlier?: { readonly selections: Selections; readonly before: Statement; readonly after: Statement };
}

/**
 * What has been read of the parts of one version of a document: many rules ask the same of one policy or statement. It
 * lives as long as that version does; what is known of statements is handed on to the next.
 */
export class Memo {
  private readonly bySubject: Map<object, Answers>;
  private readonly selections: Selections;

  /** @param policy the whole policy of the version */
  constructor(
    private readonly policy: Policy,
    private readonly inherited?: Inheritance,
  ) {
    this.bySubject = new Map(inherited?.answers);
    this.selections = inherited?.selections ?? new Map();
  }

  /** What is known of a subject. */
  about(subject: object): Answers {
    let known = this.bySubject.get(subject);
    if (known === undefined) {
      known = new Map();
      this.bySubject.set(subject, known);
    }
    return known;
  }

  /** The statements of a policy that a question picks; after one was exchanged only that one is asked about. */
  select(question: object, policy: Policy, isMeant: (statement: Statement) => boolean): readonly Statement[] {
    if (policy !== this.policy) {
      return policy.statements.filter(isMeant); // a view of one statement
    }
    let found = this.selections.get(question);
    if (found === undefined) {
      const { earlier } = this.inherited ?? {};
      const before = earlier?.selections.get(question);
      found =
        earlier === undefined || before === undefined
          ? policy.statements.filter(isMeant)
          : exchange(before, earlier.before, earlier.after, isMeant);
      this.selections.set(question, found);
    }
    return found;
  }
}

function exchange(
  list: readonly Statement[],
  before: Statement,
  after: Statement,
  isMeant: (statement: Statement) => boolean,
): readonly Statement[] {
  const wasIn = list.includes(before);
  const isIn = isMeant(after);
  if (!wasIn) {
    return isIn ? [...list, after].sort((a, b) => a.index - b.index) : list;
  }
  return isIn ? list.map((item) => (item === before ? after : item)) : list.filter((item) => item !== before);
}

/**
 * The statements that a rule has to look at, in their order: of a policy in which one statement was edited, that one
 * alone is asked about.
 *
 * @param isMeant a function of a module, so that it is known again; its answer must depend on nothing but the statement
 *   and the policy's kind, `Version` and facts
 */
export function select<C extends { readonly policy: Policy; readonly memo?: Memo }>(
  context: C,
  isMeant: (statement: Statement, context: C) => boolean,
): readonly Statement[] {
  const { memo, policy } = context;
  const ask = (statement: Statement) => isMeant(statement, context);
  return memo === undefined ? policy.statements.filter(ask) : memo.select(isMeant, policy, ask);
}

/**
 * What `read` answers; read once for each subject where there is a memo.
 *
 * @param subject the immutable object that `read` is asked about: its answer must depend on nothing else but the
 *   policy's kind, `Version` and facts. A statement's answer may outlive the version it was read in: it must not hold on
 *   to the context.
 * @param asked what `read` takes
 */
export function recall<A extends readonly unknown[], T>(
  memo: Memo | undefined,
  subject: object,
  read: (...asked: A) => T,
  ...asked: A
): T {
  const known = memo?.about(subject);
  if (known?.has(read) === true) {
    return known.get(read) as T; // nothing but `read` adds to its answers
  }
  const answer = read(...asked);
  known?.set(read, answer);
  return answer;
}

/**
 * Remembers what a pure function of an immutable object answers, for as long as the object lives: of a statement, for as
 * long as it is not edited. For functions that look at nothing else; those that need a context have `recall`, whose answers
 * go with their version and not only with the next full collection of garbage.
 */
export function perObject<S extends object, T>(read: (subject: S) => T): (subject: S) => T {
  const answers = new WeakMap<S, { readonly answer: T }>();
  return (subject) => {
    let known = answers.get(subject);
    if (known === undefined) {
      known = { answer: read(subject) };
      answers.set(subject, known);
    }
    return known.answer;
  };
}
