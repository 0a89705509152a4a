import { writeFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../analysis/analysis.js';
import { type Analyzer, createAnalyzer } from '../../analysis/analyzer.js';
import { applySafeFixes } from '../../analysis/safeFixes.js';
import type { ServiceReference } from '../../knowledge/serviceReference.js';
import { docsAddress } from '../../rules/docs.js';
import { type Command, parseCommandArgs } from '../command.js';
import { type ConfigurationOptions, createConfiguration } from '../configuration.js';
import { EXIT_CODES, type ExitCode, UsageError } from '../exitCode.js';
import { findInputs, type Input } from '../findInputs.js';
import type { CliIo } from '../io.js';
import { readInput } from '../readInput.js';
import type { Report, ReportFinding } from '../report.js';
import { type Format, isFormat, REPORTERS } from '../reporters/index.js';

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'max-warnings': { type: 'string' },
  config: { type: 'string' },
  rule: { type: 'string', multiple: true },
  account: { type: 'string' },
  region: { type: 'string' },
  fix: { type: 'boolean', default: false },
} as const;

/** `sealwright check`: findings of files, as a report. */
export const checkCommand: Command = {
  name: 'check',
  options: OPTIONS,
  summary: () => l10n.t('checks files, directories (recursively, without what git ignores), globs, standard input'),
  synopsis: () => l10n.t('check [PATH|GLOB|-]...'),
  help: () =>
    l10n.t(`Checks policies and prints what is wrong with them.

Options
  --format FORMAT          text (default), json, sarif, github or junit
  --max-warnings N         fails when there are more than N warnings
  --config FILE            configuration file; by default the nearest sealwright.config.json above each document
  --rule ID=LEVEL          off, hint, info, warning or error; may be repeated
  --account ID             the account that owns the keys, log groups or buckets
  --region REGION          the Region that they are in
  --fix                    applies the fixes that cannot change what a policy permits

Exit codes: 0 clean, 1 findings at level error (or more warnings than permitted), 2 usage or unreadable input.`),

  run(args, io, installation) {
    const { values, positionals } = parseCommandArgs(args, OPTIONS);
    const { format } = values;
    if (!isFormat(format)) {
      throw new UsageError(l10n.t('"{0}" is no format: use one of {1}.', format, Object.keys(REPORTERS).join(', ')));
    }
    const options = {
      paths: positionals,
      format,
      maxWarnings: toCount(values['max-warnings']),
      config: values.config,
      rules: values.rule ?? [],
      account: values.account,
      region: values.region,
      fix: values.fix,
    };
    return check(options, io, installation.reference(), installation.version);
  },
};

function toCount(text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d+$/.test(text)) {
    throw new UsageError(l10n.t('"--max-warnings" takes a whole number, and "{0}" is none.', text));
  }
  return text === undefined ? undefined : Number(text);
}

interface CheckOptions extends ConfigurationOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  /** More warnings than this are a failure; undefined: warnings never are. */
  readonly maxWarnings: number | undefined;
  readonly fix: boolean;
}

/**
 * Checks documents and prints a report.
 *
 * @returns `findings` when there is an error or too many warnings, `usage` when an input could not be read (the report
 *   of the others is printed all the same)
 * @throws UsageError on arguments or configuration that make no sense
 */
async function check(
  options: CheckOptions,
  io: CliIo,
  reference: ServiceReference,
  version: string,
): Promise<ExitCode> {
  const inputs = await findInputs(options.paths, io.cwd);
  if (options.fix && inputs.some((input) => input.path === '-')) {
    throw new UsageError(l10n.t('"--fix" rewrites files and cannot be used with standard input.'));
  }
  const configuration = createConfiguration(io.cwd, options);
  const analyzer = createAnalyzer({ reference, settingsFor: (uri) => configuration.settingsFor(uri) });
  const run = new Run(options, io, analyzer);
  for (const input of inputs) {
    await run.checkOne(input);
  }
  const report = run.report();
  io.out(REPORTERS[options.format](report, { color: io.color, version }));
  if (run.hasUnreadable) {
    return EXIT_CODES.usage;
  }
  const { errors, warnings } = report.summary;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  if (tooMany && errors === 0) {
    io.err(l10n.t('{0} warnings are more than the permitted {1}.', warnings, options.maxWarnings ?? 0));
  }
  return errors > 0 || tooMany ? EXIT_CODES.findings : EXIT_CODES.clean;
}

class Run {
  hasUnreadable = false;
  private files = 0;
  private policies = 0;
  private fixed = 0;
  private readonly findings: ReportFinding[] = [];

  constructor(
    private readonly options: CheckOptions,
    private readonly io: CliIo,
    private readonly analyzer: Analyzer,
  ) {}

  async checkOne(input: Input): Promise<void> {
    const languageId = languageOf(input);
    if (languageId === undefined) {
      this.refuse(l10n.t('"{0}" is not a kind of file that is read: name .json or .jsonc files.', input.label));
      return;
    }
    const result = await readInput(input, this.io);
    if ('problem' in result) {
      this.refuse(result.problem);
      return;
    }
    this.files++;
    const analyze = (text: string) => this.analyzer.analyze({ uri: input.path, languageId, text });
    let analysis = analyze(result.text);
    if (this.options.fix && analysis.document !== undefined) {
      const { text } = applySafeFixes(analysis, analyze);
      if (text !== result.text && (await this.write(input, text))) {
        analysis = analyze(text);
      }
    }
    if (analysis.document !== undefined) {
      this.policies++;
      this.findings.push(...toReportFindings(input, analysis));
    }
  }

  report(): Report {
    const count = (severity: ReportFinding['severity']) =>
      this.findings.filter((finding) => finding.severity === severity).length;
    return {
      files: this.files,
      findings: this.findings,
      summary: {
        policies: this.policies,
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
        hints: count('hint'),
        fixable: this.findings.filter((finding) => finding.fixable).length,
        fixed: this.fixed,
      },
    };
  }

  private async write(input: Input, text: string): Promise<boolean> {
    try {
      await writeFile(input.path, text, 'utf8');
      this.fixed++;
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.refuse(l10n.t('"{0}" could not be written ({1}); it is unchanged.', input.label, code));
      return false;
    }
  }

  private refuse(problem: string): void {
    this.hasUnreadable = true;
    this.io.err(problem);
  }
}

/** Standard input is strict JSON, as what is piped here is on its way to AWS. */
function languageOf({ path }: Input): 'json' | 'jsonc' | undefined {
  if (path === '-' || /\.json$/i.test(path)) {
    return 'json';
  }
  return /\.jsonc$/i.test(path) ? 'jsonc' : undefined;
}

function toReportFindings(input: Input, analysis: Analysis): ReportFinding[] {
  const document = TextDocument.create(input.path, 'json', 0, analysis.text);
  const position = (offset: number) => {
    const { line, character } = document.positionAt(offset);
    return { line: line + 1, column: character + 1 };
  };
  return analysis.findings().map(({ rule, level, message, span, fixes }) => ({
    file: input.label,
    rule: rule.id,
    severity: level,
    message,
    start: position(span.start),
    end: position(span.end),
    docs: docsAddress(rule.id),
    fixable: fixes?.some((fix) => fix.safe) === true,
  }));
}
