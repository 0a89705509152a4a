import type { Command } from '../../../platform/commands.js';
import type { Sessions } from '../../../platform/sessions.js';

/** Reads keys and log groups anew; signs in first when there is no session, or a failed one. */
export class RefreshCommand implements Command {
  readonly id = 'sealwright.refresh';

  constructor(private readonly sessions: Sessions) {}

  async execute(): Promise<void> {
    const { state } = this.sessions;
    switch (state.kind) {
      case 'ready':
        state.session.keys.refresh();
        state.session.logGroups.refresh();
        return;
      case 'none':
        await this.sessions.ensure();
        return;
      case 'failed':
        await this.sessions.reconnect();
        return;
      case 'loading':
        return;
    }
  }
}
