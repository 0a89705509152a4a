import * as l10n from '@vscode/l10n';
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import {
  type AnalysisSettings,
  analysisSettingsSchema,
  CONFIG_FILE_NAME,
  type ConfigFile,
  DEFAULT_ANALYSIS_SETTINGS,
} from '../../../protocol/src/settings.js';
import type { DocumentSettings } from '../analysis/analysis.js';
import { readConfigFile } from '../analysis/configFile.js';
import { parseSettings } from '../analysis/parseSettings.js';
import { type LayerInPlace, resolveDocumentSettings } from '../analysis/settings.js';
import type { Runtime } from './runtime.js';

/** Reads settings and configuration files once, and again when the client says that they changed. */
export class SettingsStore {
  private readonly bySettingsScope = new Map<string, Promise<AnalysisSettings>>();
  private readonly configFiles = new Map<string, Promise<ConfigFile | undefined>>();
  private readonly resolved = new Map<string, DocumentSettings>();
  private pushed: AnalysisSettings;
  private readonly reported = new Set<string>();
  folders: readonly string[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly canPull: boolean,
    initial: unknown,
  ) {
    this.pushed = this.validate(initial ?? {});
  }

  /** Settings changed: those that came with the notification count only for clients that cannot be asked. */
  settingsChanged(settings: unknown): void {
    this.bySettingsScope.clear();
    this.resolved.clear();
    if (!this.canPull && isRecord(settings)) {
      this.pushed = this.validate(settings['sealwright'] ?? settings);
    }
  }

  configFilesChanged(): void {
    this.configFiles.clear();
    this.resolved.clear();
    this.reported.clear();
  }

  /** What was last prepared for a document; defaults when nothing was. */
  forDocument(uri: string): DocumentSettings {
    return this.resolved.get(uri) ?? { levels: {}, kind: undefined };
  }

  /** Must be awaited before a document is analysed; instant when nothing changed. */
  async prepare(uri: string): Promise<void> {
    if (this.resolved.has(uri)) {
      return;
    }
    const folder = this.folders.find((candidate) => uri.startsWith(`${candidate}/`));
    const settings = await this.settingsOf(folder);
    const layers: LayerInPlace[] = [{ layer: settings, path: relativePath(uri, folder) }];
    for (const directory of directoriesAbove(uri, folder)) {
      const config = await this.configFileIn(directory);
      if (config !== undefined) {
        layers.push({ layer: config, path: relativePath(uri, directory) });
        break;
      }
    }
    this.resolved.set(uri, resolveDocumentSettings(layers));
  }

  forget(uri: string): void {
    this.resolved.delete(uri);
  }

  private settingsOf(folder: string | undefined): Promise<AnalysisSettings> {
    if (!this.canPull) {
      return Promise.resolve(this.pushed);
    }
    const key = folder ?? '';
    let settings = this.bySettingsScope.get(key);
    if (settings === undefined) {
      settings = this.connection.workspace
        .getConfiguration({ section: 'sealwright', ...(folder !== undefined && { scopeUri: folder }) })
        .then((value: unknown) => (isRecord(value) ? this.validate(value) : this.pushed));
      this.bySettingsScope.set(key, settings);
    }
    return settings;
  }

  private configFileIn(directory: string): Promise<ConfigFile | undefined> {
    let config = this.configFiles.get(directory);
    if (config === undefined) {
      config = this.readConfigFileIn(directory);
      this.configFiles.set(directory, config);
    }
    return config;
  }

  private async readConfigFileIn(directory: string): Promise<ConfigFile | undefined> {
    const uri = `${directory}/${CONFIG_FILE_NAME}`;
    const text = await this.runtime.readFile(uri);
    if (text === undefined) {
      return undefined;
    }
    const result = readConfigFile(text);
    const name = decodeURIComponent(uri);
    if ('problem' in result) {
      this.report(l10n.t('"{0}" is ignored. {1}', name, result.problem));
      return undefined;
    }
    for (const sentence of result.ignored) {
      this.report(l10n.t('A part of "{0}" is ignored. {1}', name, sentence));
    }
    return result.config;
  }

  /** Settings that are not as they should be are left at their default, and said once. */
  private validate(value: unknown): AnalysisSettings {
    const result = parseSettings(analysisSettingsSchema, value);
    for (const { path, message } of 'problem' in result ? [result.problem] : result.ignored) {
      this.report(l10n.t('The setting "sealwright.{0}" is ignored: {1}', path, message));
    }
    return 'problem' in result ? DEFAULT_ANALYSIS_SETTINGS : result.output;
  }

  private report(message: string): void {
    if (!this.reported.has(message)) {
      this.reported.add(message);
      void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function relativePath(uri: string, directory: string | undefined): string | undefined {
  if (directory === undefined || !uri.startsWith(`${directory}/`)) {
    return undefined;
  }
  return decodeURIComponent(uri.slice(directory.length + 1));
}

/** The document's directory and those above it, up to its workspace folder; only its own without one. */
function directoriesAbove(uri: string, folder: string | undefined): string[] {
  const directories: string[] = [];
  if (!/^(file|vscode-)/.test(uri)) {
    return directories;
  }
  let directory = uri.slice(0, uri.lastIndexOf('/'));
  const stop = folder ?? directory;
  while (directory.length >= stop.length) {
    directories.push(directory);
    directory = directory.slice(0, directory.lastIndexOf('/'));
  }
  return directories;
}
