import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { CONFIG_FILE_NAME, type ConfigFile } from '../../../protocol/src/settings.js';
import { LEVELS, type Level } from '../../../protocol/src/vocabulary.js';
import type { DocumentSettings } from '../analysis/analysis.js';
import { readConfigFile } from '../analysis/configFile.js';
import { type LayerInPlace, resolveDocumentSettings } from '../analysis/settings.js';
import { nearestName } from '../knowledge/nearest.js';
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

/**
 * @param configPath the file of `--config`, relative to `cwd`; without it the nearest configuration file above each
 *   document counts, up to the repository's root
 * @param ruleOptions `id=level`, strongest of all
 * @throws UsageError on a rule or level that does not exist, or a configuration file that cannot be read
 */
export function createConfiguration(
  cwd: string,
  configPath: string | undefined,
  ruleOptions: readonly string[],
): Configuration {
  const fromOptions: LayerInPlace = {
    layer: { rules: parseRuleOptions(ruleOptions), policyKinds: {} },
    path: undefined,
  };
  const fixed = configPath === undefined ? undefined : load(path.resolve(cwd, configPath), configPath);
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
  if ('problem' in result) {
    throw new UsageError(l10n.t('The configuration file "{0}" is not as it should be. {1}', name, result.problem));
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
