import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { nearestName } from '../knowledge/nearest.js';
import { createServiceReference, type ServiceReference } from '../knowledge/serviceReference.js';
import { createNodeKnowledgeLoader } from '../node/knowledgeLoader.js';
import { loadTranslations } from '../node/translations.js';
import { COMMON_OPTIONS, type Installation } from './command.js';
import { COMMANDS } from './commandList.js';
import { EXIT_CODES, type ExitCode, UsageError } from './exitCode.js';
import type { CliIo } from './io.js';
import { commandUsage, usage } from './usage.js';

declare const SEALWRIGHT_VERSION: string;

/** Where an installation keeps what the bundle reads; the bundle lies in `dist`. */
const ROOT = path.join(__dirname, '..');

/** Runs the command line; every outcome is an exit code and, where it is not clean, a message that names the thing. */
async function main(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const { position, locale, version, help } = readLead(args);
  setLocale(locale);
  if (version) {
    io.out(`${SEALWRIGHT_VERSION}\n`);
    return EXIT_CODES.clean;
  }
  const name = position < 0 ? undefined : args[position];
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (help && (command !== undefined || name === undefined)) {
    io.out(command === undefined ? usage(COMMANDS) : commandUsage(command));
    return EXIT_CODES.clean;
  }
  if (name === undefined) {
    const names = COMMANDS.map((candidate) => candidate.name).join(', ');
    throw new UsageError(l10n.t('Name a command: {0}. See "sealwright --help".', names));
  }
  if (command === undefined) {
    const nearest = nearestName(
      name,
      COMMANDS.map((candidate) => candidate.name),
    );
    throw new UsageError(
      nearest === undefined
        ? l10n.t('There is no command "{0}". See "sealwright --help".', name)
        : l10n.t('There is no command "{0}". Did you mean "{1}"?', name, nearest),
    );
  }
  return command.run([...args.slice(0, position), ...args.slice(position + 1)], io, installation());
}

/** Finds the command among the arguments, wherever it stands, and what all commands have in common. */
function readLead(args: readonly string[]) {
  const options = Object.assign({}, COMMON_OPTIONS, ...COMMANDS.map((command) => command.options));
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const { locale, version, help } = values;
  return {
    position: tokens.find(({ kind }) => kind === 'positional')?.index ?? -1,
    locale: typeof locale === 'string' ? locale : undefined,
    version: version === true,
    help: help === true,
  };
}

function installation(): Installation {
  let reference: ServiceReference | undefined;
  return {
    version: SEALWRIGHT_VERSION,
    rulePages: path.join(ROOT, 'docs', 'rules'),
    reference: () => {
      reference ??= createServiceReference(createNodeKnowledgeLoader(path.join(__dirname, 'knowledge')));
      return reference;
    },
  };
}

function setLocale(option: string | undefined): void {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = option ?? [LC_ALL, LC_MESSAGES, LANG].find((candidate) => candidate !== undefined && candidate !== '');
  const contents = locale === undefined ? undefined : loadTranslations(path.join(ROOT, 'l10n'), locale);
  if (contents !== undefined) {
    l10n.config({ contents });
  }
}

async function* stdinChunks(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) {
    yield chunk as Uint8Array;
  }
}

async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) {
    await once(process.stdout, 'drain');
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdinChunks()) {
    chunks.push(chunk);
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
  stdinChunks,
  out: write(process.stdout),
  write: writeOut,
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
