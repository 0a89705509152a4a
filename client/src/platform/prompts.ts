import * as vscode from 'vscode';

/** One line of a question. */
export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
  /** Heading above this and the following choices; shown where it changes. */
  readonly group?: string;
  readonly picked?: boolean;
}

export type Answer<T> =
  | { readonly kind: 'picked'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'dismissed' };

export interface Question {
  readonly title: string;
  readonly placeholder?: string;
  /** One-based place in a flow; the back button shows from the second step on. */
  readonly step?: number;
  readonly totalSteps?: number;
  /** Choosing none of many is an answer, too. */
  readonly mayBeNone?: boolean;
}

export interface TextQuestion {
  readonly title: string;
  /** What to enter, and what follows from it. */
  readonly prompt: string;
  /** What stands there at first. */
  readonly value?: string;
  readonly placeholder?: string;
  /** What is wrong with a text; `undefined` when nothing is. */
  readonly validate?: (text: string) => string | undefined;
  /** One-based place in a flow, as in `Question`; only `enter` shows it. */
  readonly step?: number;
  readonly totalSteps?: number;
}

/** Choices that the server searches: asked again, a moment after the text changes. */
export type SearchChoices<T> = (text: string, token: vscode.CancellationToken) => Promise<readonly Choice<T>[]>;

/** Questions to the user. A port, so that flows can be tested answer by answer. */
export interface Prompts {
  /** Choices may arrive late; the question shows at once and says that it is busy. */
  pickOne<T>(question: Question, choices: Promise<readonly Choice<T>[]>): Promise<Answer<T>>;
  /** Several choices out of a list that the server narrows by prefix. */
  pickMany<T>(question: Question, search: SearchChoices<T>): Promise<Answer<readonly T[]>>;
  /** One line of text; `undefined` when it is dismissed. */
  input(question: TextQuestion): Promise<string | undefined>;
  /** The same as a step of a flow, from which one can go back. */
  enter(question: TextQuestion): Promise<Answer<string>>;
  /** A text to read, modal so that it is not missed; resolves when it is closed. */
  tell(message: string, detail: string): Promise<void>;
  /** A modal question; false when the user does not press the button. */
  confirm(message: string, detail: string, verb: string): Promise<boolean>;
}

/** Milliseconds without a keystroke before the server is asked. */
const SEARCH_DELAY_MS = 250;

type ChoiceItem<T> = vscode.QuickPickItem & { readonly choice?: Choice<T> };

/** Asks through quick picks and modal messages. */
export class QuickPickPrompts implements Prompts {
  async pickOne<T>(question: Question, choices: Promise<readonly Choice<T>[]>): Promise<Answer<T>> {
    const pick = createPick<T>(question);
    pick.busy = true;
    const answer = settleAnswer<T, T>(pick, () => {
      const value = pick.selectedItems[0]?.choice?.value;
      return value === undefined ? undefined : { kind: 'picked', value };
    });
    pick.show();
    const loaded = choices.then((items) => {
      pick.items = toItems(items);
      pick.busy = false;
    });
    try {
      // Whichever comes first: an answer (a dismissal while loading) or a failure to load.
      return await Promise.race([answer, loaded.then(() => answer)]);
    } finally {
      loaded.catch(() => undefined);
      pick.dispose();
    }
  }

  async pickMany<T>(question: Question, search: SearchChoices<T>): Promise<Answer<readonly T[]>> {
    const pick = createPick<T>(question);
    pick.canSelectMany = true;
    const searching = new ServerSearch(pick, search);
    const answer = settleAnswer<T, readonly T[]>(pick, () => {
      const value = pick.selectedItems.flatMap(({ choice }) => (choice === undefined ? [] : [choice.value]));
      return value.length === 0 && question.mayBeNone !== true ? undefined : { kind: 'picked', value };
    });
    pick.show();
    try {
      return await Promise.race([answer, searching.failed]);
    } finally {
      searching.dispose();
      pick.dispose();
    }
  }

  async input({ title, prompt, value, placeholder, validate }: TextQuestion): Promise<string | undefined> {
    return vscode.window.showInputBox({
      title,
      prompt,
      ignoreFocusOut: true,
      ...(value === undefined ? {} : { value }),
      ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
      ...(validate === undefined ? {} : { validateInput: validate }),
    });
  }

  async enter({
    title,
    prompt,
    value,
    placeholder,
    validate,
    step,
    totalSteps,
  }: TextQuestion): Promise<Answer<string>> {
    const box = vscode.window.createInputBox();
    box.title = title;
    box.prompt = prompt;
    box.value = value ?? '';
    box.placeholder = placeholder;
    box.step = step;
    box.totalSteps = totalSteps;
    box.ignoreFocusOut = true;
    box.buttons = backButton(step);
    const check = (text: string) => {
      const complaint = validate?.(text);
      box.validationMessage = complaint;
      return complaint === undefined;
    };
    try {
      return await new Promise((resolve) => {
        // What nobody has typed yet is not wrong yet.
        box.onDidChangeValue(check);
        box.onDidAccept(() => check(box.value) && resolve({ kind: 'picked', value: box.value }));
        box.onDidTriggerButton(() => resolve({ kind: 'back' }));
        box.onDidHide(() => resolve({ kind: 'dismissed' }));
        box.show();
      });
    } finally {
      box.dispose();
    }
  }

  async tell(message: string, detail: string): Promise<void> {
    await vscode.window.showInformationMessage(message, { modal: true, detail });
  }

  async confirm(message: string, detail: string, verb: string): Promise<boolean> {
    const options = { modal: true, detail };
    return (await vscode.window.showWarningMessage(message, options, verb)) === verb;
  }
}

/** Keeps a multi-select list in step with what is typed, without losing what is ticked. */
class ServerSearch<T> implements vscode.Disposable {
  /** Rejects when a search fails; never resolves. */
  readonly failed: Promise<never>;
  #fail: (error: unknown) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: vscode.CancellationTokenSource | undefined;
  readonly #listener: vscode.Disposable;

  constructor(
    private readonly pick: vscode.QuickPick<ChoiceItem<T>>,
    private readonly search: SearchChoices<T>,
  ) {
    this.failed = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    this.failed.catch(() => undefined);
    this.#listener = pick.onDidChangeValue((text) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(text), SEARCH_DELAY_MS);
    });
    void this.#run('');
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
    this.#running?.cancel();
    this.#running?.dispose();
  }

  async #run(text: string): Promise<void> {
    this.#running?.cancel();
    this.#running?.dispose();
    const running = new vscode.CancellationTokenSource();
    this.#running = running;
    this.pick.busy = true;
    try {
      const choices = await this.search(text, running.token);
      if (running.token.isCancellationRequested) {
        return;
      }
      this.#show(choices, text);
      this.pick.busy = false;
    } catch (error) {
      if (!running.token.isCancellationRequested) {
        this.#fail(error);
      }
    }
  }

  #show(choices: readonly Choice<T>[], text: string): void {
    const kept = this.pick.selectedItems.filter(({ choice }) => choice !== undefined);
    const keptLabels = new Set(kept.map(({ label }) => label));
    const found = toItems(choices.filter(({ label }) => !keptLabels.has(label)));
    const picked = text === '' ? found.filter(({ choice }) => choice?.picked === true) : [];
    this.pick.items = [...kept, ...found];
    this.pick.selectedItems = [...kept, ...picked];
  }
}

function createPick<T>({ title, placeholder, step, totalSteps }: Question): vscode.QuickPick<ChoiceItem<T>> {
  const pick = vscode.window.createQuickPick<ChoiceItem<T>>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.step = step;
  pick.totalSteps = totalSteps;
  pick.ignoreFocusOut = step !== undefined;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.buttons = backButton(step);
  return pick;
}

function backButton(step: number | undefined): vscode.QuickInputButton[] {
  return step !== undefined && step > 1 ? [vscode.QuickInputButtons.Back] : [];
}

/** Resolves at the first accept that `read` takes for an answer, at the back button, or when the question goes away. */
function settleAnswer<T, R>(
  pick: vscode.QuickPick<ChoiceItem<T>>,
  read: () => Answer<R> | undefined,
): Promise<Answer<R>> {
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const answer = read();
      if (answer !== undefined) {
        resolve(answer);
      }
    });
    pick.onDidTriggerButton(() => resolve({ kind: 'back' }));
    pick.onDidHide(() => resolve({ kind: 'dismissed' }));
  });
}

function toItems<T>(choices: readonly Choice<T>[]): ChoiceItem<T>[] {
  const items: ChoiceItem<T>[] = [];
  let group: string | undefined;
  for (const choice of choices) {
    if (choice.group !== group && choice.group !== undefined) {
      items.push({ label: choice.group, kind: vscode.QuickPickItemKind.Separator });
    }
    group = choice.group;
    items.push({
      label: choice.label,
      ...(choice.description === undefined ? {} : { description: choice.description }),
      ...(choice.detail === undefined ? {} : { detail: choice.detail }),
      choice,
    });
  }
  return items;
}
