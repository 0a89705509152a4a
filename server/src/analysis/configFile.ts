import * as l10n from '@vscode/l10n';
import { type ParseError, parse } from 'jsonc-parser';
import { type ConfigFile, configFileSchema } from '../../../protocol/src/settings.js';
import { parseSettings, type SettingsProblem } from './parseSettings.js';

/**
 * What reading a configuration file gives: its content, with a localised sentence for each member that was left out of
 * it, or one that says why there is none.
 */
export type ConfigFileResult =
  | { readonly config: ConfigFile; readonly ignored: readonly string[] }
  | { readonly problem: string };

/** Reads the text of a `sealwright.config.json`. Comments and trailing commas are fine in it. */
export function readConfigFile(text: string): ConfigFileResult {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split('\n').length;
    return { problem: l10n.t('It is not valid JSON: see line {0}.', line) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: l10n.t('Expected an object with "rules", "policyKinds", "context" or "overrides".') };
  }
  const result = parseSettings(configFileSchema, value);
  return 'problem' in result
    ? { problem: sentence(result.problem) }
    : { config: result.output, ignored: result.ignored.map(sentence) };
}

function sentence({ path, message }: SettingsProblem): string {
  return l10n.t('"{0}" is not as expected: {1}', path, message);
}
