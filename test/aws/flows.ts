import * as vscode from 'vscode';
import { connect, listProfiles } from '../../client/src/aws/index.js';
import { activateKeyLife } from '../../client/src/features/keyLife/index.js';
import { activatePlans } from '../../client/src/features/plans/index.js';
import { createCommandRegistry } from '../../client/src/platform/commands.js';
import type { LanguageServer } from '../../client/src/platform/languageServer.js';
import { Plans } from '../../client/src/platform/plans/plans.js';
import { CurrentSession } from '../../client/src/platform/sessions.js';
import { newKeyChoicesRequest, newKeyPolicyRequest, policyInRegionRequest } from '../../protocol/src/messages.js';
import type { NewKeyPlace, NewKeyPolicyParams, PolicyInRegionParams } from '../../protocol/src/newKey.js';
import { KEY_PURPOSES, specsFor } from '../../server/src/knowledge/keyPurposes.js';
import { admittableServices, newKeyPolicy } from '../../server/src/planning/newKeyPolicy.js';
import { policyInRegion } from '../../server/src/planning/policyInRegion.js';
import { FakeLogger, ScriptedPrompts } from '../client/fakes.js';
import { PlanWorld } from '../client/plans/planWorld.js';
import { fake } from '../support/fakeVscode.js';
import { REGION } from './setup.js';

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

  constructor(private readonly now: () => number) {}

  /** Runs a command to its end; what it says is in `fake.messages` and in what is returned. */
  async run(command: string, args: readonly unknown[], ...replies: Replies): Promise<ScriptedPrompts> {
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
    this.#feature?.dispose();
    this.#feature = vscode.Disposable.from(
      plans,
      activateKeyLife(register, { sessions, server: ENGINE, prompts, plans, now, newId }),
      activatePlans(register, { sessions, prompts, plans, logger }),
    );
    await vscode.commands.executeCommand(`sealwright.${command}`, ...args);
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

/** Answers what the language server answers, without a process of its own. */
const ENGINE = {
  request: async (type: unknown, params: unknown) => {
    if (type === newKeyChoicesRequest) {
      const place = params as NewKeyPlace;
      return {
        purposes: KEY_PURPOSES.map(({ id, name, description, asksServices, ...purpose }) => ({
          id,
          name: name.en,
          description: description.en,
          specs: specsFor({ id, name, description, asksServices, ...purpose }, place.region),
          asksServices,
        })),
        services: admittableServices(place).map(({ id, name }) => ({ id, name: name.en })),
      };
    }
    if (type === newKeyPolicyRequest) {
      return { text: '', findings: [], ...newKeyPolicy(params as NewKeyPolicyParams) };
    }
    if (type === policyInRegionRequest) {
      return policyInRegion(params as PolicyInRegionParams);
    }
    throw new Error('This question is not scripted.');
  },
} as unknown as LanguageServer;
