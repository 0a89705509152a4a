import * as vscode from 'vscode';

/** Settings that the client itself reads; the server asks for its own. */
export interface ClientSettings {
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly formatEnabled: boolean;
  readonly showAwsManagedKeys: boolean;
}

/** Reads the settings anew; empty texts count as not set. */
export function readSettings(): ClientSettings {
  const configuration = vscode.workspace.getConfiguration('sealwright');
  return {
    profile: nonEmpty(configuration.get<unknown>('profile')),
    region: nonEmpty(configuration.get<unknown>('region')),
    formatEnabled: configuration.get<unknown>('format.enable') === true,
    showAwsManagedKeys: configuration.get<unknown>('keys.showAwsManaged') !== false,
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

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
