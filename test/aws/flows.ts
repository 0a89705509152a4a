import * as vscode from 'vscode';
import { connect, listProfiles } from '../../client/src/aws/index.js';
import { activateCodePolicy } from '../../client/src/features/codePolicy/index.js';
import { activateKeyLife } from '../../client/src/features/keyLife/index.js';
import { activatePlans } from '../../client/src/features/plans/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import { Plans } from '../../client/src/platform/plans/plans.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { VirtualTexts } from '../../client/src/platform/virtualTexts.js';
import { FakeLogger, ScriptedPrompts } from '../client/fakes.js';
import { PlanWorld } from '../client/plans/planWorld.js';
import { fake } from '../support/fakeVscode.js';
import { startInProcessServer } from '../support/inProcessServer.js';
import { REGION } from './setup.js';

/** One for all tests of a file: it holds no state of theirs. */
let server: ReturnType<typeof startInProcessServer> | undefined;

type Replies = ConstructorParameters<typeof ScriptedPrompts>;

/** The commands of the client with the real AWS adapters behind them, and a person who answers from a script. */
export class Flow {
  readonly journal = new PlanWorld();
  readonly sessions = new CurrentSession({
    loadAws: () => ({ connect, listProfiles }),
    readChoice: () => ({ profile: 'alice', region: REGION }),
    logger: new FakeLogger(),
    isTrusted: () => true,
  });
  #feature: vscode.Disposable | undefined;
  #ids = 0;
  readonly #kept = new Map<string, unknown>();
  readonly #memento = {
    get: <T>(key: string) => this.#kept.get(key) as T | undefined,
    update: async (key: string, value: unknown) => void this.#kept.set(key, value),
  };

  constructor(private readonly now: () => number) {}

  /** Runs a command to its end; what it says is in `fake.messages` and in what is returned. */
  async run(command: string, args: readonly unknown[], ...replies: Replies): Promise<ScriptedPrompts> {
    const prompts = await this.start(...replies);
    await vscode.commands.executeCommand(`sealwright.${command}`, ...args);
    return prompts;
  }

  /** Starts the editor anew, with a script of answers. */
  async start(...replies: Replies): Promise<ScriptedPrompts> {
    server ??= startInProcessServer();
    const engine = await server;
    const prompts = new ScriptedPrompts(...replies);
    const logger = new FakeLogger();
    const register = createCommandRegistry(logger);
    const { sessions, now } = this;
    const plans = new Plans({
      sessions,
      journal: this.journal,
      logger,
      delay: async () => undefined,
      now: () => new Date(now()),
      newId: () => `plan ${this.journal.records.size + 1}`,
    });
    const newId = () => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, '0')}`;
    const texts = new VirtualTexts();
    this.#feature?.dispose();
    this.#feature = vscode.Disposable.from(
      plans,
      texts,
      activateCodePolicy(register, { sessions, server: engine, prompts, plans, texts, memento: this.#memento }),
      activateKeyLife(register, { sessions, server: engine, prompts, plans, now, newId }),
      activatePlans(register, { sessions, prompts, plans, logger }),
    );
    return prompts;
  }

  /** Ends the editor; the journal stays. */
  restart(): void {
    this.sessions.reset();
  }

  dispose(): void {
    this.#feature?.dispose();
    this.sessions.dispose();
    fake.reset();
  }
}
