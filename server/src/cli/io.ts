/** The world as the command line sees it; tests of single commands hand in their own. */
export interface CliIo {
  readonly cwd: string;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Standard input as it comes. */
  readonly stdinChunks: () => AsyncIterable<Uint8Array>;
  readonly out: (text: string) => void;
  /** Like `out`; resolves when the reader is ready for more, so that nothing piles up. */
  readonly write: (text: string) => Promise<void>;
  /** For people: notes and errors, never part of a report. */
  readonly err: (text: string) => void;
  readonly color: boolean;
}
