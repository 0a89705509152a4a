import * as vscode from 'vscode';
import type { RegisterCommand } from '../../platform/commands.js';
import type { Logger } from '../../platform/logger.js';
import type { Plans } from '../../platform/plans/plans.js';
import type { Prompts } from '../../platform/prompts.js';
import type { Sessions } from '../../platform/sessions.js';
import { ResumePlanCommand } from './commands/resumePlan.js';
import { UndoPlanCommand } from './commands/undoPlan.js';
import { watchOpenPlans } from './openPlans.js';

/** What is common to all changes of an account: their reports, taking them back, going on after a crash. */
export function activatePlans(
  register: RegisterCommand,
  dependencies: {
    readonly sessions: Sessions;
    readonly prompts: Prompts;
    readonly plans: Plans;
    readonly logger: Logger;
  },
): vscode.Disposable {
  const { sessions, prompts, plans, logger } = dependencies;
  return vscode.Disposable.from(
    watchOpenPlans(sessions, plans, logger),
    register(new UndoPlanCommand(sessions, prompts, plans)),
    register(new ResumePlanCommand(sessions, prompts, plans)),
  );
}
