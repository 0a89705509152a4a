import type { Command } from '../../../platform/commands.js';
import type { LanguageServer } from '../../../platform/languageServer.js';

/** Stops the language server and starts it anew. */
export class RestartServerCommand implements Command {
  readonly id = 'sealwright.restartServer';

  constructor(private readonly server: LanguageServer) {}

  async execute(): Promise<void> {
    await this.server.restart();
  }
}
