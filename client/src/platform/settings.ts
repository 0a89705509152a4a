import * as vscode from 'vscode';

/** Settings that the client itself reads; the server asks for its own. */
export interface ClientSettings {
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly formatEnabled: boolean;
  readonly showAwsManagedKeys: boolean;
  /** `auto`: for the profiles that match a pattern. */
  readonly readOnly: 'auto' | 'on' | 'off';
  /** Patterns of profile names. */
  readonly readOnlyProfiles: readonly string[];
  /** ARNs of principals that must be able to manage every key. */
  readonly breakGlass: readonly string[];
}

/** Reads the settings anew; empty texts count as not set. */
export function readSettings(): ClientSettings {
  const configuration = vscode.workspace.getConfiguration('sealwright');
  return {
    profile: nonEmpty(configuration.get<unknown>('profile')),
    region: nonEmpty(configuration.get<unknown>('region')),
    formatEnabled: configuration.get<unknown>('format.enable') === true,
    showAwsManagedKeys: configuration.get<unknown>('keys.showAwsManaged') !== false,
    readOnly: toReadOnly(configuration.get<unknown>('readOnly')),
    readOnlyProfiles: texts(configuration.get<unknown>('readOnlyProfiles')),
    breakGlass: texts(configuration.get<unknown>('context.breakGlass')),
  };
}

/** Runs `listener` after a change of one of the given settings (without `sealwright.`). */
export function onSettingsChange(names: readonly string[], listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`sealwright.${name}`))) {
      listener();
    }
  });
}

/** What is not as it should be counts as `on`: a slip must not open an account to changes. */
function toReadOnly(value: unknown): ClientSettings['readOnly'] {
  return value === undefined || value === 'auto' ? 'auto' : value === 'off' ? 'off' : 'on';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
