import type { Command } from '../../../platform/commands.js';
import type { KeysNode, KeysTreeDataProvider } from '../keysTree.js';

/** Shows the next keys of a group; only the last row of the tree runs it. */
export class ShowMoreKeysCommand implements Command {
  readonly id = 'sealwright.showMoreKeys';

  constructor(private readonly tree: KeysTreeDataProvider) {}

  async execute(node?: KeysNode): Promise<void> {
    this.tree.showMore(node?.kind === 'more' ? node.group : 'customer');
  }
}
