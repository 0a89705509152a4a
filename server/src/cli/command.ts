import { type ParseArgsConfig, parseArgs } from 'node:util';
import * as l10n from '@vscode/l10n';
import { nearestName } from '../knowledge/nearest.js';
import type { ServiceReference } from '../knowledge/serviceReference.js';
import { type ExitCode, UsageError } from './exitCode.js';
import type { CliIo } from './io.js';

/** What commands need of the installation. */
export interface Installation {
  readonly version: string;
  /** Folder of the rules' pages. */
  readonly rulePages: string;
  /** Reference data, loaded when first asked for. */
  reference(): ServiceReference;
}

/** One command: a file of its own, with its options and its page of help. */
export interface Command {
  readonly name: string;
  readonly options: Options;
  /** Localised: what stands behind the name in the list of commands, and the words of its line of usage. */
  readonly summary: () => string;
  readonly synopsis: () => string;
  /** Localised: what `--help` prints below the synopsis. */
  readonly help: () => string;
  /** @throws UsageError on arguments that make no sense */
  run(args: readonly string[], io: CliIo, installation: Installation): Promise<ExitCode>;
}

export type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command takes; `main` acts on them before the command runs. */
export const COMMON_OPTIONS = {
  locale: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
  version: { type: 'boolean', default: false },
} as const satisfies Options;

/**
 * Takes the arguments of a command apart.
 *
 * @throws UsageError that names the argument, with the option that was probably meant
 */
export function parseCommandArgs<const T extends Options>(args: readonly string[], options: T) {
  const all = { ...COMMON_OPTIONS, ...options };
  checkOptions(args, all);
  try {
    return parseArgs({ args: [...args], options: all, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Says in our words what `parseArgs` would say in English only. */
function checkOptions(args: readonly string[], options: Options): void {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') {
      continue;
    }
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) {
      const nearest = rawName.startsWith('--') ? nearestName(name, Object.keys(options)) : undefined;
      throw new UsageError(
        nearest === undefined
          ? l10n.t('There is no option "{0}".', rawName)
          : l10n.t('There is no option "{0}". Did you mean "{1}"?', rawName, `--${nearest}`),
      );
    }
    if (option.type === 'string' && (value === undefined || (!token.inlineValue && /^--?[a-z]/.test(value)))) {
      throw new UsageError(l10n.t('The option "{0}" needs a value.', rawName));
    }
    if (option.type === 'boolean' && value !== undefined) {
      throw new UsageError(l10n.t('The option "{0}" takes no value.', rawName));
    }
  }
}

/** @throws UsageError when the text is none of the formats */
export function requireFormat<T extends string>(text: string, formats: readonly T[]): T {
  const found = formats.find((format) => format === text);
  if (found === undefined) {
    throw new UsageError(l10n.t('"{0}" is no format: use one of {1}.', text, formats.join(', ')));
  }
  return found;
}
