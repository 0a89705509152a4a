import * as l10n from '@vscode/l10n';
import type { Command } from './command.js';
import { padEnd, textWidth } from './textWidth.js';

/** What `--help` prints: the commands, or one of them. */
export function usage(commands: readonly Command[]): string {
  const rows = commands.map(({ synopsis, summary }) => [synopsis(), summary()] as const);
  const width = Math.max(...rows.map(([left]) => textWidth(left)));
  const list = rows.map(([left, right]) => `  ${padEnd(left, width)}   ${right}`).join('\n');
  const parts = [
    l10n.t('Usage: sealwright COMMAND [OPTIONS]'),
    l10n.t(
      'Checks AWS KMS key policies and the policies around encrypted logs, and says who can use a key: without credentials and without a network.',
    ),
    `${l10n.t('Commands')}\n${list}`,
    l10n.t(`Options of every command
  --locale LOCALE   language of messages: en or ko; by default that of the environment
  --help            what the command takes
  --version         the version of Sealwright`),
    l10n.t(`Exit codes: 0 nothing found, 1 something found, 2 usage or unreadable input.
"sealwright COMMAND --help" tells more.`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What `sealwright COMMAND --help` prints. */
export function commandUsage({ synopsis, help }: Command): string {
  return `${l10n.t('Usage: sealwright {0}', synopsis())}\n\n${help()}\n`;
}
