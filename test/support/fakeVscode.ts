/**
 * The little of `vscode` that the client uses, for tests outside the editor: vitest puts this module in its place.
 * Classes behave like the editor's; what a user would do or see goes through `fake`.
 */

type Listener<T> = (event: T) => unknown;

export class Disposable {
  static from(...items: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const item of items) {
        item.dispose();
      }
    });
  }

  constructor(private readonly onDispose: () => unknown) {}

  dispose(): void {
    this.onDispose();
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>();

  readonly event = (listener: Listener<T>): Disposable => {
    const entry: Listener<T> = (event) => listener(event);
    this.#listeners.add(entry);
    return new Disposable(() => this.#listeners.delete(entry));
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) {
      listener(event);
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export class CancellationError extends Error {
  override readonly name = 'Canceled';
}

export class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<void>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.#cancelled.fire();
  }

  dispose(): void {
    this.#cancelled.dispose();
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

/** A line above a place of a document, which runs a command. */
export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command?: { title: string; command: string; arguments?: unknown[] },
  ) {}
}

export class TextEdit {
  constructor(
    readonly range: Range,
    readonly newText: string,
  ) {}
}

export class WorkspaceEdit {
  readonly edits: { uri: Uri; range: Range; text: string }[] = [];

  replace(uri: Uri, range: Range, text: string): void {
    this.edits.push({ uri, range, text });
  }

  set(uri: Uri, edits: readonly TextEdit[]): void {
    this.edits.push(...edits.map(({ range, newText }) => ({ uri, range, text: newText })));
  }
}

interface UriParts {
  readonly scheme: string;
  readonly authority?: string;
  readonly path?: string;
  readonly query?: string;
}

export class Uri {
  static from(parts: UriParts): Uri {
    return new Uri(parts);
  }

  static parse(text: string): Uri {
    const { protocol, host, pathname, search } = new URL(text);
    const path = decodeURIComponent(pathname);
    return new Uri({
      scheme: protocol.slice(0, -1),
      authority: host,
      path,
      query: decodeURIComponent(search.slice(1)),
    });
  }

  static file(path: string): Uri {
    return new Uri({ scheme: 'file', path });
  }

  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;

  private constructor({ scheme, authority = '', path = '', query = '' }: UriParts) {
    this.scheme = scheme;
    this.authority = authority;
    this.path = path;
    this.query = query;
  }

  toString(): string {
    const authority = this.scheme === 'file' || this.authority !== '' ? `//${this.authority}` : '';
    return `${this.scheme}:${authority}${this.path}${this.query === '' ? '' : `?${encodeURIComponent(this.query)}`}`;
  }
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class MarkdownString {
  constructor(public value = '') {}

  appendText(text: string): this {
    this.value += text.replace(/[\\`*_{}[\]()#+\-!~]/g, '\\$&');
    return this;
  }

  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const;

export class TreeItem {
  id?: string;
  description?: string;
  tooltip?: string | MarkdownString;
  contextValue?: string;
  iconPath?: ThemeIcon;
  command?: { command: string; title: string; arguments?: unknown[] };
  accessibilityInformation?: { label: string };

  constructor(
    readonly label: string,
    readonly collapsibleState: number = TreeItemCollapsibleState.None,
  ) {}
}

export class ProcessExecution {
  constructor(
    readonly process: string,
    readonly args: string[],
  ) {}
}

export class Task {
  constructor(
    readonly definition: { type: string },
    readonly scope: number,
    readonly name: string,
    readonly source: string,
    readonly execution: ProcessExecution,
  ) {}
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 } as const;
export const FilePermission = { Readonly: 1 } as const;
export const FileChangeType = { Changed: 1, Created: 2, Deleted: 3 } as const;

export class FileSystemError extends Error {
  static Unavailable(message: string): FileSystemError {
    return new FileSystemError('Unavailable', message);
  }

  static NoPermissions(uri: Uri): FileSystemError {
    return new FileSystemError('NoPermissions', uri.toString());
  }

  static FileNotFound(uri: Uri): FileSystemError {
    return new FileSystemError('FileNotFound', uri.toString());
  }

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The part of a file system that the fake editor uses. */
export interface FakeFileSystem {
  readFile(uri: Uri): Promise<Uint8Array>;
  writeFile(uri: Uri, content: Uint8Array): Promise<void>;
  stat(uri: Uri): Promise<{ permissions?: number; mtime: number; size: number }>;
}

export const TextDocumentSaveReason = { Manual: 1, AfterDelay: 2, FocusOut: 3 } as const;
export const TaskScope = { Global: 1, Workspace: 2 } as const;
export const StatusBarAlignment = { Left: 1, Right: 2 } as const;
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 } as const;
export const QuickPickItemKind = { Separator: -1, Default: 0 } as const;
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 } as const;
export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 } as const;
export const QuickInputButtons = { Back: { iconPath: new ThemeIcon('arrow-left') } } as const;

interface QuickItem {
  readonly label: string;
  readonly kind?: number;
}

/** What a quick pick and an input box have in common. */
abstract class FakeQuickInput {
  title?: string;
  placeholder?: string;
  step?: number;
  totalSteps?: number;
  ignoreFocusOut = false;
  buttons: unknown[] = [];
  visible = false;
  disposed = false;
  protected readonly accepts = new EventEmitter<void>();
  protected readonly values = new EventEmitter<string>();
  readonly #hides = new EventEmitter<void>();
  readonly #buttons = new EventEmitter<unknown>();
  readonly onDidAccept = this.accepts.event;
  readonly onDidHide = this.#hides.event;
  readonly onDidChangeValue = this.values.event;
  readonly onDidTriggerButton = this.#buttons.event;

  show(): void {
    this.visible = true;
    this.noteShown();
  }

  hide(): void {
    this.visible = false;
    this.#hides.fire();
  }

  dispose(): void {
    this.disposed = true;
    this.hide();
  }

  back(): void {
    this.#buttons.fire(QuickInputButtons.Back);
  }

  protected abstract noteShown(): void;
}

/** A quick pick that a test answers: `accept`, `hide`, `type`, `back`. */
export class FakeQuickPick extends FakeQuickInput {
  busy = false;
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  items: QuickItem[] = [];
  selectedItems: QuickItem[] = [];

  /** Ticks the items with these labels and presses Enter. */
  accept(...labels: string[]): void {
    this.selectedItems = this.items.filter(({ label }) => labels.includes(label));
    this.accepts.fire();
  }

  type(text: string): void {
    this.values.fire(text);
  }

  protected noteShown(): void {
    fake.quickPicks.push(this);
  }
}

/** An input box that a test answers: `type`, `accept`, `hide`, `back`. */
export class FakeInputBox extends FakeQuickInput {
  prompt?: string;
  value = '';
  validationMessage?: string;

  type(text: string): void {
    this.value = text;
    this.values.fire(text);
  }

  accept(): void {
    this.accepts.fire();
  }

  protected noteShown(): void {
    fake.inputBoxes.push(this);
  }
}

interface ShownMessage {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly detail?: string;
  readonly modal: boolean;
  readonly buttons: readonly string[];
}

interface FakeDocument {
  readonly uri: Uri;
  languageId: string;
  getText(): string;
}

/** The test's side: what the user sees and does, and the state of the editor. */
export const fake = {
  settings: new Map<string, unknown>(),
  contextKeys: new Map<string, unknown>(),
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  executed: [] as { command: string; args: unknown[] }[],
  messages: [] as ShownMessage[],
  /** Button to press on the next messages, by what the message says; by default messages are dismissed. */
  pressButton: undefined as ((message: ShownMessage) => string | undefined) | undefined,
  /** Answers of input boxes, in order; `undefined` dismisses. */
  inputs: [] as (string | undefined)[],
  inputOptions: [] as { title?: string; prompt?: string; validateInput?: (text: string) => string | undefined }[],
  quickPicks: [] as FakeQuickPick[],
  inputBoxes: [] as FakeInputBox[],
  clipboard: '',
  opened: [] as { content: string; language: string }[],
  shownDocuments: [] as unknown[],
  contentProviders: new Map<string, { provideTextDocumentContent(uri: Uri): Promise<string> }>(),
  fileSystems: new Map<string, FakeFileSystem>(),
  lensProviders: [] as { provideCodeLenses(document: unknown): Promise<CodeLens[]> }[],
  statusMessages: [] as string[],
  /** Files of the workspace, by path. */
  files: new Map<string, string>(),
  documents: [] as FakeDocument[],
  folders: [] as { uri: Uri; name: string; index: number }[],
  settingUpdates: [] as { key: string; value: unknown; target: unknown }[],
  statusItems: [] as FakeStatusItem[],
  languageItems: [] as FakeLanguageItem[],
  treeViews: new Map<string, { message?: string; options: { treeDataProvider: unknown } }>(),
  edits: [] as WorkspaceEdit[],
  progress: [] as string[],
  /** Cancels the progress that runs. */
  cancelProgress: undefined as (() => void) | undefined,
  tasks: [] as Task[],
  isTrusted: true,
  language: 'en',
  activeEditor: undefined as unknown,
  events: createEvents(),
  reset(): void {
    for (const list of [
      this.executed,
      this.messages,
      this.inputs,
      this.inputOptions,
      this.quickPicks,
      this.inputBoxes,
      this.lensProviders,
      this.opened,
      this.shownDocuments,
      this.documents,
      this.statusMessages,
      this.folders,
      this.settingUpdates,
      this.statusItems,
      this.languageItems,
      this.edits,
      this.progress,
      this.tasks,
    ]) {
      list.length = 0;
    }
    for (const map of [
      this.settings,
      this.contextKeys,
      this.commands,
      this.treeViews,
      this.contentProviders,
      this.fileSystems,
      this.files,
    ]) {
      map.clear();
    }
    this.pressButton = undefined;
    this.cancelProgress = undefined;
    this.clipboard = '';
    this.isTrusted = true;
    this.language = 'en';
    this.activeEditor = undefined;
    Object.assign(this.events, createEvents());
  },
  /** Changes a setting as a user would. */
  changeSetting(key: string, value: unknown): void {
    this.settings.set(key, value);
    this.events.configuration.fire({
      affectsConfiguration: (section: string) => key === section || key.startsWith(`${section}.`),
    });
  },
};

function createEvents() {
  return {
    configuration: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
    trust: new EventEmitter<void>(),
    openDocument: new EventEmitter<unknown>(),
    changeDocument: new EventEmitter<unknown>(),
    closeDocument: new EventEmitter<unknown>(),
    willSave: new EventEmitter<unknown>(),
    didSave: new EventEmitter<unknown>(),
    activeEditor: new EventEmitter<unknown>(),
    endTask: new EventEmitter<{ execution: { task: Task }; exitCode: number | undefined }>(),
  };
}

export class FakeStatusItem {
  name?: string;
  text = '';
  tooltip?: MarkdownString;
  command?: string;
  accessibilityInformation?: { label: string };
  visible = false;

  show(): void {
    this.visible = true;
  }

  hide(): void {
    this.visible = false;
  }

  dispose(): void {
    this.visible = false;
  }
}

export class FakeLanguageItem {
  name?: string;
  text = '';
  detail?: string;
  severity?: number;
  command?: { command: string };
  accessibilityInformation?: { label: string };
  disposed = false;

  constructor(
    readonly id: string,
    public selector: unknown,
  ) {}

  dispose(): void {
    this.disposed = true;
  }
}

type MessageRest = readonly (string | { title: string } | { modal?: boolean; detail?: string })[];

async function show(level: ShownMessage['level'], text: string, rest: MessageRest): Promise<unknown> {
  const [first] = rest;
  const options = typeof first === 'object' && !('title' in first) ? first : undefined;
  const items = (options === undefined ? rest : rest.slice(1)) as readonly (string | { title: string })[];
  const titles = items.map((item) => (typeof item === 'string' ? item : item.title));
  const message: ShownMessage = {
    level,
    text,
    modal: options?.modal === true,
    buttons: titles,
    ...(options?.detail === undefined ? {} : { detail: options.detail }),
  };
  fake.messages.push(message);
  const pressed = fake.pressButton?.(message);
  return pressed === undefined ? undefined : items[titles.indexOf(pressed)];
}

export const window = {
  get activeTextEditor() {
    return fake.activeEditor;
  },
  onDidChangeActiveTextEditor: (listener: Listener<unknown>) => fake.events.activeEditor.event(listener),
  createTreeView(id: string, options: { treeDataProvider: unknown }) {
    const view = { options, dispose: () => undefined };
    fake.treeViews.set(id, view);
    return view;
  },
  createQuickPick: () => new FakeQuickPick(),
  createInputBox: () => new FakeInputBox(),
  createStatusBarItem() {
    const item = new FakeStatusItem();
    fake.statusItems.push(item);
    return item;
  },
  async showInputBox(options: (typeof fake.inputOptions)[number]) {
    fake.inputOptions.push(options);
    return fake.inputs.shift();
  },
  showInformationMessage: (text: string, ...rest: MessageRest) => show('info', text, rest),
  showWarningMessage: (text: string, ...rest: MessageRest) => show('warning', text, rest),
  showErrorMessage: (text: string, ...rest: MessageRest) => show('error', text, rest),
  setStatusBarMessage(text: string) {
    fake.statusMessages.push(text);
    return new Disposable(() => undefined);
  },
  async showTextDocument(document: unknown) {
    fake.shownDocuments.push(document);
  },
  async withProgress<T>(
    _options: unknown,
    task: (
      progress: { report(value: { message?: string }): void },
      token: CancellationTokenSource['token'],
    ) => Promise<T>,
  ): Promise<T> {
    const source = new CancellationTokenSource();
    fake.cancelProgress = () => source.cancel();
    return task({ report: ({ message }) => fake.progress.push(message ?? '') }, source.token);
  },
};

export const commands = {
  registerCommand(id: string, run: (...args: unknown[]) => unknown) {
    fake.commands.set(id, run);
    return new Disposable(() => fake.commands.delete(id));
  },
  async executeCommand(command: string, ...args: unknown[]) {
    if (command === 'setContext') {
      fake.contextKeys.set(String(args[0]), args[1]);
      return undefined;
    }
    fake.executed.push({ command, args });
    return fake.commands.get(command)?.(...args);
  },
};

export const workspace = {
  get isTrusted() {
    return fake.isTrusted;
  },
  get textDocuments() {
    return fake.documents;
  },
  get workspaceFolders() {
    return fake.folders;
  },
  onDidGrantWorkspaceTrust: (listener: Listener<void>) => fake.events.trust.event(listener),
  onDidChangeConfiguration: (listener: Parameters<typeof fake.events.configuration.event>[0]) =>
    fake.events.configuration.event(listener),
  onDidOpenTextDocument: (listener: Listener<unknown>) => fake.events.openDocument.event(listener),
  onDidChangeTextDocument: (listener: Listener<unknown>) => fake.events.changeDocument.event(listener),
  onWillSaveTextDocument: (listener: Listener<unknown>) => fake.events.willSave.event(listener),
  onDidSaveTextDocument: (listener: Listener<unknown>) => fake.events.didSave.event(listener),
  onDidCloseTextDocument: (listener: Listener<unknown>) => fake.events.closeDocument.event(listener),
  getConfiguration: (section: string) => ({
    get: (key: string) => fake.settings.get(`${section}.${key}`),
    inspect: (key: string) => ({ workspaceValue: fake.settings.get(`${section}.${key}`) }),
    async update(key: string, value: unknown, target: unknown) {
      fake.settingUpdates.push({ key: `${section}.${key}`, value, target });
      fake.settings.set(`${section}.${key}`, value);
    },
  }),
  getWorkspaceFolder: (uri: Uri) => fake.folders.find((folder) => uri.path.startsWith(`${folder.uri.path}/`)),
  asRelativePath(uri: Uri) {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder === undefined ? uri.path : uri.path.slice(folder.uri.path.length + 1);
  },
  async openTextDocument(target: Uri | { content: string; language: string }) {
    if (!(target instanceof Uri)) {
      fake.opened.push(target);
      return target;
    }
    const open = fake.documents.find(({ uri }) => uri.toString() === target.toString());
    if (open !== undefined) {
      return open;
    }
    const bytes = await fake.fileSystems.get(target.scheme)?.readFile(target);
    const content =
      bytes === undefined
        ? ((await fake.contentProviders.get(target.scheme)?.provideTextDocumentContent(target)) ?? '')
        : new TextDecoder().decode(bytes);
    const document: FakeDocument = { uri: target, languageId: 'json', getText: () => content };
    fake.documents.push(document);
    return document;
  },
  registerTextDocumentContentProvider(
    scheme: string,
    provider: { provideTextDocumentContent(uri: Uri): Promise<string> },
  ) {
    fake.contentProviders.set(scheme, provider);
    return new Disposable(() => fake.contentProviders.delete(scheme));
  },
  registerFileSystemProvider(scheme: string, provider: FakeFileSystem) {
    fake.fileSystems.set(scheme, provider);
    return new Disposable(() => fake.fileSystems.delete(scheme));
  },
  async findFiles() {
    return [...fake.files.keys()].map((path) => Uri.file(path));
  },
  fs: {
    async readFile(uri: Uri) {
      return new TextEncoder().encode(fake.files.get(uri.path) ?? '');
    },
  },
  async applyEdit(edit: WorkspaceEdit) {
    fake.edits.push(edit);
    return true;
  },
};

export const languages = {
  registerCodeLensProvider(_selector: unknown, provider: (typeof fake.lensProviders)[number]) {
    fake.lensProviders.push(provider);
    return new Disposable(() => fake.lensProviders.splice(fake.lensProviders.indexOf(provider), 1));
  },
  createLanguageStatusItem(id: string, selector: unknown) {
    const item = new FakeLanguageItem(id, selector);
    fake.languageItems.push(item);
    return item;
  },
};

export const env = {
  get language() {
    return fake.language;
  },
  clipboard: {
    async writeText(text: string) {
      fake.clipboard = text;
    },
  },
};

export const tasks = {
  onDidEndTaskProcess: (listener: Parameters<typeof fake.events.endTask.event>[0]) =>
    fake.events.endTask.event(listener),
  async executeTask(task: Task) {
    fake.tasks.push(task);
    return { task };
  },
};

export const l10n = {
  t: (message: string, ...args: (string | number | boolean)[]) =>
    message.replace(/\{(\d+)\}/g, (_match, index: string) => String(args[Number(index)])),
};
