import type { AwsSession, Setting, SettingRef } from '../../aws/ports.js';

/** Finds settings by name: the current session's, or those of several sessions side by side. */
export interface SettingCatalog {
  /** Undefined for an account or Region that nobody is signed in to. */
  findSetting(ref: SettingRef): Setting | undefined;
}

/** The settings of a session's account, in whichever Region of its partition. */
export function inEveryRegion(session: AwsSession): SettingCatalog {
  return {
    findSetting: (ref) =>
      ref.account === session.identity.account ? session.inRegion(ref.region).findSetting(ref) : undefined,
  };
}
