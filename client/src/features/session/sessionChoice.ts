import type * as vscode from 'vscode';
import type { SessionChoice } from '../../platform/sessions.js';
import { readSettings } from '../../platform/settings.js';

const PROFILE_KEY = 'sealwright.session.profile';
const REGION_KEY = 'sealwright.session.region';

/** Stored for "use the default credential chain", so that a choice of nothing differs from no choice. */
const DEFAULT_CHAIN = '';

/**
 * Which profile and Region to use: what was last switched to in this workspace, else the settings, else the AWS
 * environment. Names only; a secret never comes near the editor's storage.
 */
export class SessionChoiceStore {
  constructor(private readonly memento: vscode.Memento) {}

  read(): SessionChoice {
    const settings = readSettings();
    const profile = this.memento.get<string>(PROFILE_KEY) ?? settings.profile ?? DEFAULT_CHAIN;
    const region = this.memento.get<string>(REGION_KEY) ?? settings.region ?? '';
    return { ...(profile === DEFAULT_CHAIN ? {} : { profile }), ...(region === '' ? {} : { region }) };
  }

  /** Remembers a profile and forgets the Region: each profile has its own usual one. `undefined`: default chain. */
  async chooseProfile(profile: string | undefined): Promise<void> {
    await this.memento.update(PROFILE_KEY, profile ?? DEFAULT_CHAIN);
    await this.memento.update(REGION_KEY, undefined);
  }

  async chooseRegion(region: string): Promise<void> {
    await this.memento.update(REGION_KEY, region);
  }

  /** Lets the settings decide again, after somebody changed them. */
  async forget(): Promise<void> {
    await this.memento.update(PROFILE_KEY, undefined);
    await this.memento.update(REGION_KEY, undefined);
  }
}
