import type { Command } from '../../../platform/commands.js';
import { isKeyNode, type KeyNode } from '../../../platform/keyNode.js';
import type { Prompts } from '../../../platform/prompts.js';
import type { Sessions } from '../../../platform/sessions.js';
import { pickKey } from '../pickKey.js';
import type { PolicyEditor } from '../policyEditor.js';

/** Opens a key's policy; asks which key when run from the Command Palette. */
export class OpenKeyPolicyCommand implements Command {
  readonly id = 'sealwright.openKeyPolicy';

  constructor(
    private readonly sessions: Sessions,
    private readonly prompts: Prompts,
    private readonly editor: PolicyEditor,
  ) {}

  async execute(node?: KeyNode): Promise<void> {
    const session = isKeyNode(node) ? node.session : await this.sessions.ensure();
    const key = isKeyNode(node) ? node.key : await pickKey(session, this.prompts);
    if (key === undefined) {
      return; // the user dismissed the picker
    }
    await this.editor.show(session, key);
  }
}
