import path from 'node:path';
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { createServiceReference } from '../knowledge/serviceReference.js';
import { createNodeKnowledgeLoader } from '../node/knowledgeLoader.js';
import { loadTranslations } from '../node/translations.js';
import { check } from './commands/check.js';
import { explain } from './commands/explain.js';
import { listRules } from './commands/rules.js';
import { EXIT_CODES, type ExitCode, UsageError } from './exitCode.js';
import type { CliIo } from './io.js';
import { isFormat, REPORTERS } from './reporters/index.js';
import { usage } from './usage.js';

declare const SEALWRIGHT_VERSION: string;

/** Where an installation keeps what the bundle reads; the bundle lies in `dist`. */
const ROOT = path.join(__dirname, '..');

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'max-warnings': { type: 'string' },
  config: { type: 'string' },
  rule: { type: 'string', multiple: true },
  account: { type: 'string' },
  region: { type: 'string' },
  fix: { type: 'boolean', default: false },
  locale: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
  version: { type: 'boolean', default: false },
} as const;

/** Runs the command line; every outcome is an exit code and, where it is not clean, a message that names the thing. */
async function main(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { values, positionals } = parse(args);
  setLocale(values.locale);
  if (values.version) {
    io.out(`${SEALWRIGHT_VERSION}\n`);
    return EXIT_CODES.clean;
  }
  const [command, ...rest] = positionals;
  if (values.help) {
    io.out(usage());
    return EXIT_CODES.clean;
  }
  switch (command) {
    case 'check': {
      const { format } = values;
      if (!isFormat(format)) {
        throw new UsageError(l10n.t('"{0}" is no format: use one of {1}.', format, Object.keys(REPORTERS).join(', ')));
      }
      const reference = createServiceReference(createNodeKnowledgeLoader(path.join(__dirname, 'knowledge')));
      const maxWarnings = toCount(values['max-warnings']);
      const options = {
        paths: rest,
        format,
        maxWarnings,
        config: values.config,
        rules: values.rule ?? [],
        account: values.account,
        region: values.region,
        fix: values.fix,
      };
      return check(options, io, reference, SEALWRIGHT_VERSION);
    }
    case 'rules':
      if (values.format !== 'text' && values.format !== 'json') {
        throw new UsageError(l10n.t('"{0}" is no format: use one of {1}.', values.format, 'text, json'));
      }
      listRules(values.format, io);
      return EXIT_CODES.clean;
    case 'explain': {
      const [rule] = rest;
      if (rule === undefined || rest.length > 1) {
        throw new UsageError(l10n.t('Name one rule, as in "sealwright explain json-syntax".'));
      }
      explain(rule, path.join(ROOT, 'docs', 'rules'), io);
      return EXIT_CODES.clean;
    }
    case undefined:
      throw new UsageError(l10n.t('Name a command: check, rules or explain. See "sealwright --help".'));
    default:
      throw new UsageError(l10n.t('There is no command "{0}". See "sealwright --help".', command));
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function toCount(text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d+$/.test(text)) {
    throw new UsageError(l10n.t('"--max-warnings" takes a whole number, and "{0}" is none.', text));
  }
  return text === undefined ? undefined : Number(text);
}

function setLocale(option: string | undefined): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = option ?? [LC_ALL, LC_MESSAGES, LANG].find((candidate) => candidate !== undefined && candidate !== '');
  const contents = locale === undefined ? undefined : loadTranslations(path.join(ROOT, 'l10n'), locale);
  if (contents !== undefined) {
    l10n.config({ contents });
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

function write(stream: NodeJS.WriteStream): (text: string) => void {
  return (text) => {
    stream.write(text);
  };
}

const io: CliIo = {
  cwd: process.cwd(),
  stdin: readStdin,
  out: write(process.stdout),
  err: (text) => write(process.stderr)(`sealwright: ${text}\n`),
  color: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
};

// A reader that closes the pipe early (`| head`) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT_CODES.clean : EXIT_CODES.usage);
});

main(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    io.err(error instanceof UsageError ? error.message : describeBug(error));
    process.exitCode = EXIT_CODES.usage;
  },
);

function describeBug(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return l10n.t('Something went wrong inside Sealwright. Please report it with these lines:\n{0}', detail);
}
