import * as v from 'valibot';
import { LEVELS, POLICY_KIND_CHOICES } from './vocabulary.js';

/** `v.record` takes a list for a record whose keys are numbers. */
const noList = v.custom<Record<string, unknown>>((value) => !Array.isArray(value), 'Expected an object');
const rulesSchema = v.pipe(noList, v.record(v.string(), v.picklist(LEVELS)));
const policyKindsSchema = v.pipe(noList, v.record(v.string(), v.picklist(POLICY_KIND_CHOICES)));

const accountSchema = v.pipe(v.string(), v.regex(/^\d{12}$/));
const regionSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/));
const identitySchema = v.pipe(
  v.string(),
  v.regex(/^arn:aws[a-z-]*:(iam::\d{12}:(root|(user|role)\/.+)|sts::\d{12}:assumed-role\/[^/]+\/[^/]+)$/),
);
/** Names that AWS may add to: a spec newer than our lists is no mistake. */
const keyWordSchema = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/));
const measurementSchema = v.pipe(v.string(), v.regex(/^[0-9A-Fa-f]{96}$/), v.toLowerCase());

/** What is known of policies besides their text; the engine's `PolicyFacts`. Every member may be left out. */
export const contextSchema = v.strictObject({
  account: v.exactOptional(accountSchema),
  region: v.exactOptional(regionSchema),
  caller: v.exactOptional(identitySchema),
  breakGlass: v.exactOptional(v.array(identitySchema)),
  trustedAccounts: v.exactOptional(v.array(accountSchema)),
  forbiddenActions: v.exactOptional(v.array(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/)))),
  organization: v.exactOptional(v.pipe(v.string(), v.regex(/^o-[a-z0-9]{10,32}$/))),
  keySpec: v.exactOptional(keyWordSchema),
  keyUsage: v.exactOptional(keyWordSchema),
  keyOrigin: v.exactOptional(keyWordSchema),
  multiRegion: v.exactOptional(v.boolean()),
  trustedMeasurements: v.exactOptional(
    v.pipe(noList, v.record(v.pipe(v.string(), v.regex(/^(PCR\d{1,2}|ImageSha384)$/)), v.array(measurementSchema))),
  ),
});
const contextMember = v.optional(v.pipe(noList, contextSchema), {});

/** Settings that the editor (`sealwright.*`) and `sealwright.config.json` share. */
export const analysisSettingsSchema = v.object({
  /** Rule id to level; rules that are not named keep their default level. */
  rules: v.optional(rulesSchema, {}),
  /** Glob (relative to the workspace folder or config file) to policy kind; later entries win. */
  policyKinds: v.optional(policyKindsSchema, {}),
  context: contextMember,
});
export type AnalysisSettings = v.InferOutput<typeof analysisSettingsSchema>;

/** `sealwright.config.json`, read by the editor and the command line alike. Unknown members are mistakes there. */
export const configFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  rules: v.optional(rulesSchema, {}),
  policyKinds: v.optional(policyKindsSchema, {}),
  context: contextMember,
  /** Levels and context for some files only; later entries win. The reason is for people. */
  overrides: v.optional(
    v.array(
      v.strictObject({
        files: v.pipe(v.array(v.string()), v.minLength(1)),
        rules: v.optional(rulesSchema, {}),
        context: contextMember,
        reason: v.optional(v.string()),
      }),
    ),
    [],
  ),
});
export type ConfigFile = v.InferOutput<typeof configFileSchema>;

/** Name of the configuration file; the nearest one above a document counts. */
export const CONFIG_FILE_NAME = 'sealwright.config.json';

export const DEFAULT_ANALYSIS_SETTINGS: AnalysisSettings = { rules: {}, policyKinds: {}, context: {} };
