import type { Setting, SettingRef } from '../../aws/ports.js';

/** Finds settings by name: the current session's, or those of several sessions side by side. */
export interface SettingCatalog {
  /** Undefined for an account or Region that nobody is signed in to. */
  findSetting(ref: SettingRef): Setting | undefined;
}
