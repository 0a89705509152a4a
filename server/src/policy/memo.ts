/**
 * What has been read of the parts of one version of a document: many rules ask the same of one policy or statement. It
 * lives as long as that version does. (A map with weak keys would live on, and keep every version in memory until the
 * next full collection of garbage.)
 */
export class Memo {
  private readonly answers = new Map<object, Map<object, unknown>>();

  /** The answers of one function, by what it was asked about. */
  of(read: object): Map<object, unknown> {
    let known = this.answers.get(read);
    if (known === undefined) {
      known = new Map();
      this.answers.set(read, known);
    }
    return known;
  }
}

/**
 * What `read` answers; read once for each subject where there is a memo.
 *
 * @param subject the immutable object that `read` is asked about: its answer must depend on nothing else
 * @param asked what `read` takes
 */
export function recall<A extends readonly unknown[], T>(
  memo: Memo | undefined,
  subject: object,
  read: (...asked: A) => T,
  ...asked: A
): T {
  const known = memo?.of(read);
  if (known?.has(subject) === true) {
    return known.get(subject) as T; // nothing but `read` adds to its answers
  }
  const answer = read(...asked);
  known?.set(subject, answer);
  return answer;
}
