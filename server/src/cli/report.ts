import type { Level } from '../../../protocol/src/vocabulary.js';

/** One-based, as editors count; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A finding as every report shows it. */
export interface ReportFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Exclude<Level, 'off'>;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  /** Address of the rule's page. */
  readonly docs: string;
  readonly fixable: boolean;
}

export interface Report {
  /** How many files were read. */
  readonly files: number;
  readonly findings: readonly ReportFinding[];
  readonly summary: Summary;
}

export interface Summary {
  readonly policies: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly fixable: number;
  /** Files that `--fix` rewrote. */
  readonly fixed: number;
}

/** A report as text, in one format. */
export type Reporter = (report: Report, options: { readonly color: boolean; readonly version: string }) => string;
