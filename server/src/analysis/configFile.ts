import * as l10n from '@vscode/l10n';
import { type ParseError, parse } from 'jsonc-parser';
import * as v from 'valibot';
import { type ConfigFile, configFileSchema } from '../../../protocol/src/settings.js';

/** What reading a configuration file gives: its content, or one localised sentence that says what is wrong with it. */
export type ConfigFileResult = { readonly config: ConfigFile } | { readonly problem: string };

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
    return { problem: l10n.t('Expected an object with "rules", "policyKinds" or "overrides".') };
  }
  const result = v.safeParse(configFileSchema, value);
  if (result.success) {
    return { config: result.output };
  }
  const [issue] = result.issues;
  return { problem: l10n.t('"{0}" is not as expected: {1}', v.getDotPath(issue) ?? '', issue.message) };
}
