import * as vscode from 'vscode';

/** A policy document of the workspace, and the key whose policy it is to be. */
export interface PolicyLink {
  readonly account: string;
  readonly region: string;
  readonly keyArn: string;
  /** By which people know the key; for display. */
  readonly keyName: string;
  /** The policy when file and key were last seen to be the same; absent until then. */
  readonly base?: string;
}

const KEY = 'sealwright.policyLinks';

/** Which document belongs to which key, remembered for the workspace on this machine. */
export class PolicyLinks implements vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changes.event;

  constructor(private readonly memento: Pick<vscode.Memento, 'get' | 'update'>) {}

  find(uri: vscode.Uri): PolicyLink | undefined {
    return this.#all()[uri.toString()];
  }

  async set(uri: vscode.Uri, link: PolicyLink): Promise<void> {
    await this.memento.update(KEY, { ...this.#all(), [uri.toString()]: link });
    this.#changes.fire();
  }

  async remove(uri: vscode.Uri): Promise<void> {
    const { [uri.toString()]: _removed, ...rest } = this.#all();
    await this.memento.update(KEY, rest);
    this.#changes.fire();
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #all(): Readonly<Record<string, PolicyLink>> {
    return this.memento.get<Readonly<Record<string, PolicyLink>>>(KEY) ?? {};
  }
}
