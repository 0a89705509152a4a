import * as v from 'valibot';
import { LEVELS, POLICY_KIND_CHOICES } from './vocabulary.js';

/** `v.record` takes a list for a record whose keys are numbers. */
const noList = v.custom<Record<string, unknown>>((value) => !Array.isArray(value), 'Expected an object');
const rulesSchema = v.pipe(noList, v.record(v.string(), v.picklist(LEVELS)));
const policyKindsSchema = v.pipe(noList, v.record(v.string(), v.picklist(POLICY_KIND_CHOICES)));

/** Settings that the editor (`sealwright.*`) and `sealwright.config.json` share. */
export const analysisSettingsSchema = v.object({
  /** Rule id to level; rules that are not named keep their default level. */
  rules: v.optional(rulesSchema, {}),
  /** Glob (relative to the workspace folder or config file) to policy kind; later entries win. */
  policyKinds: v.optional(policyKindsSchema, {}),
});
export type AnalysisSettings = v.InferOutput<typeof analysisSettingsSchema>;

/** `sealwright.config.json`, read by the editor and the command line alike. Unknown members are mistakes there. */
export const configFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  rules: v.optional(rulesSchema, {}),
  policyKinds: v.optional(policyKindsSchema, {}),
  /** Levels for some files only; later entries win. The reason is for people. */
  overrides: v.optional(
    v.array(
      v.strictObject({
        files: v.pipe(v.array(v.string()), v.minLength(1)),
        rules: rulesSchema,
        reason: v.optional(v.string()),
      }),
    ),
    [],
  ),
});
export type ConfigFile = v.InferOutput<typeof configFileSchema>;

/** Name of the configuration file; the nearest one above a document counts. */
export const CONFIG_FILE_NAME = 'sealwright.config.json';

export const DEFAULT_ANALYSIS_SETTINGS: AnalysisSettings = { rules: {}, policyKinds: {} };
