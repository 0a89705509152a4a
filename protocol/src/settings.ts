import * as v from 'valibot';
import { LEVELS, POLICY_KIND_CHOICES } from './vocabulary.js';

/** Settings that the editor (`sealwright.*`) and `sealwright.config.json` share. */
export const analysisSettingsSchema = v.object({
  /** Rule id to level; rules that are not named keep their default level. */
  rules: v.optional(v.record(v.string(), v.picklist(LEVELS)), {}),
  /** Glob (relative to the workspace folder or config file) to policy kind; later entries win. */
  policyKinds: v.optional(v.record(v.string(), v.picklist(POLICY_KIND_CHOICES)), {}),
});
export type AnalysisSettings = v.InferOutput<typeof analysisSettingsSchema>;

export const DEFAULT_ANALYSIS_SETTINGS: AnalysisSettings = { rules: {}, policyKinds: {} };
