import type { Command } from './command.js';
import { accessDiffCommand } from './commands/accessDiff.js';
import { checkCommand } from './commands/check.js';
import { explainCommand } from './commands/explain.js';
import { lockoutCommand } from './commands/lockout.js';
import { rulesCommand } from './commands/rules.js';
import { simulateCommand } from './commands/simulate.js';
import { whoCanCommand } from './commands/whoCan.js';

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  checkCommand,
  simulateCommand,
  whoCanCommand,
  accessDiffCommand,
  lockoutCommand,
  rulesCommand,
  explainCommand,
];
