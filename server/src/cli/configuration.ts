import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { CONFIG_FILE_NAME, type ConfigFile, contextSchema } from '../../../protocol/src/settings.js';
import { LEVELS, type Level } from '../../../protocol/src/vocabulary.js';
import type { DocumentSettings } from '../analysis/analysis.js';
import { readConfigFile } from '../analysis/configFile.js';
import { type LayerInPlace, resolveDocumentSettings } from '../analysis/settings.js';
import { nearestName } from '../knowledge/nearest.js';
import type { PolicyFacts } from '../policy/facts.js';
import { ALL_RULES } from '../rules/index.js';
import { UsageError } from './exitCode.js';

interface LocatedConfig {
  readonly directory: string;
  readonly config: ConfigFile;
}

/** Finds what configuration files and options say about a file. */
export interface Configuration {
  /** @throws UsageError naming the configuration file that is not as it should be */
  settingsFor(file: string): DocumentSettings;
}

export interface ConfigurationOptions {
  /** The file of `--config`, relative to the working directory; without it the nearest one above each document counts. */
  readonly config: string | undefined;
  /** `id=level`, stronger than any file. */
  readonly rules: readonly string[];
  /** Of the policies' owner, stronger than any file. */
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/**
 * Configuration files are looked for above each document up to the repository's root.
 *
 * @throws UsageError on an option that makes no sense, or a configuration file that cannot be read
 */
export function createConfiguration(cwd: string, options: ConfigurationOptions): Configuration {
  const { config } = options;
  const fromOptions: LayerInPlace = {
    layer: { rules: parseRuleOptions(options.rules), policyKinds: {}, context: parseContextOptions(options) },
    path: undefined,
  };
  const fixed = config === undefined ? undefined : load(path.resolve(cwd, config), config);
  const byDirectory = new Map<string, LocatedConfig | undefined>();
  const nearest = (directory: string): LocatedConfig | undefined => {
    if (!byDirectory.has(directory)) {
      byDirectory.set(directory, findNearest(directory, nearest));
    }
    return byDirectory.get(directory);
  };
  return {
    settingsFor: (file) => {
      const located = fixed ?? nearest(file === '-' ? cwd : path.dirname(file));
      if (located === undefined) {
        return resolveDocumentSettings([fromOptions]);
      }
      const inside = file === '-' ? undefined : insidePath(located.directory, file);
      return resolveDocumentSettings([{ layer: located.config, path: inside }, fromOptions]);
    },
  };
}

function findNearest(
  directory: string,
  above: (directory: string) => LocatedConfig | undefined,
): LocatedConfig | undefined {
  const file = path.join(directory, CONFIG_FILE_NAME);
  if (existsSync(file)) {
    return load(file, file);
  }
  const parent = path.dirname(directory);
  return parent === directory || existsSync(path.join(directory, '.git')) ? undefined : above(parent);
}

function load(file: string, name: string): LocatedConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(l10n.t('The configuration file "{0}" cannot be read.', name));
  }
  const result = readConfigFile(text);
  // Where nobody looks at messages in passing, a fact that is silently missing would be a check that is.
  const problem = 'problem' in result ? result.problem : result.ignored[0];
  if ('problem' in result || problem !== undefined) {
    throw new UsageError(l10n.t('The configuration file "{0}" is not as it should be. {1}', name, problem ?? ''));
  }
  for (const rule of [result.config, ...result.config.overrides].flatMap(({ rules }) => Object.keys(rules))) {
    requireRule(rule);
  }
  return { directory: path.dirname(file), config: result.config };
}

function insidePath(directory: string, file: string): string | undefined {
  const relative = path.relative(directory, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? undefined : relative.split(path.sep).join('/');
}

function parseContextOptions({ account, region }: ConfigurationOptions): PolicyFacts {
  const { entries } = contextSchema;
  if (account !== undefined && !v.is(entries.account, account)) {
    throw new UsageError(l10n.t('"--account" takes an account ID of twelve digits, and "{0}" is none.', account));
  }
  if (region !== undefined && !v.is(entries.region, region)) {
    throw new UsageError(l10n.t('"--region" takes a Region such as "us-east-1", and "{0}" is none.', region));
  }
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}

function parseRuleOptions(options: readonly string[]): Record<string, Level> {
  return Object.fromEntries(
    options.map((option) => {
      const [rule = '', level = ''] = option.split('=');
      requireRule(rule);
      if (!(LEVELS as readonly string[]).includes(level)) {
        throw new UsageError(
          l10n.t('"{0}" is no level: use one of {1}, as in "--rule {2}=warning".', level, LEVELS.join(', '), rule),
        );
      }
      return [rule, level as Level];
    }),
  );
}

/** @throws UsageError with the nearest name when no rule has this id */
export function requireRule(id: string): void {
  const ids = ALL_RULES.map((rule) => rule.id);
  if (ids.includes(id)) {
    return;
  }
  const near = nearestName(id, ids);
  throw new UsageError(
    near === undefined
      ? l10n.t('There is no rule "{0}". "sealwright rules" lists them.', id)
      : l10n.t('There is no rule "{0}". Did you mean "{1}"?', id, near),
  );
}
