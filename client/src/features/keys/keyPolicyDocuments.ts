import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../aws/ports.js';
import { KEY_POLICY_SCHEME } from '../../platform/documentSelector.js';
import { UserError } from '../../platform/errors.js';
import { keyName } from '../../platform/keyNames.js';
import type { Sessions } from '../../platform/sessions.js';

/**
 * Read-only documents with the policy of a key. The address names account, Region and key, so that a tab which the
 * editor restores is never filled with what another identity sees.
 */
export class KeyPolicyDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changes.event;

  /** Texts on their way from `show` to the provider, by address. */
  readonly #prefetched = new Map<string, string>();

  constructor(private readonly sessions: Sessions) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const [account = '', region = ''] = uri.path.split('/').slice(1);
    const session = await this.sessions.ensure();
    if (session.identity.account !== account || session.region !== region) {
      throw new UserError(
        vscode.l10n.t(
          'This key policy belongs to account {0} in {1}, but Sealwright is signed in to account {2} in {3}. Switch the profile or Region, then open it again.',
          account,
          region,
          session.identity.account,
          session.region,
        ),
      );
    }
    const prefetched = this.#prefetched.get(uri.toString());
    this.#prefetched.delete(uri.toString());
    return readable(prefetched ?? (await session.keys.loadPolicy(uri.query)));
  }

  /** Opens the policy, read anew even if its tab is open already. */
  async show(session: AwsSession, key: KeySummary): Promise<void> {
    const uri = policyUri(session, key);
    // Read here and not in the provider: a failure must reach the command, which words it with its next step, while
    // the editor would show an error page of its own.
    this.#prefetched.set(uri.toString(), await session.keys.loadPolicy(key.arn));
    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
      this.#changes.fire(uri);
    }
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

function policyUri({ identity, region }: AwsSession, key: KeySummary): vscode.Uri {
  const name = keyName(key).replaceAll('/', '-');
  return vscode.Uri.from({
    scheme: KEY_POLICY_SCHEME,
    path: `/${identity.account}/${region}/${name}.json`,
    query: key.arn,
  });
}

/** The text as AWS stores it, unless it is one long line. */
function readable(policy: string): string {
  if (policy.trim().includes('\n')) {
    return policy;
  }
  try {
    return `${JSON.stringify(JSON.parse(policy), undefined, 2)}\n`;
  } catch {
    return policy; // not JSON after all: show what is there
  }
}
