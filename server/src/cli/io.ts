/** The world as the command line sees it; tests of single commands hand in their own. */
export interface CliIo {
  readonly cwd: string;
  readonly stdin: () => Promise<Uint8Array>;
  readonly out: (text: string) => void;
  /** For people: notes and errors, never part of a report. */
  readonly err: (text: string) => void;
  readonly color: boolean;
}
