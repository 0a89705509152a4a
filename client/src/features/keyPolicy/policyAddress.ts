import * as vscode from 'vscode';
import type { AwsSession, KeySummary } from '../../aws/ports.js';
import { KEY_POLICY_SCHEME } from '../../platform/documentSelector.js';
import { keyName } from '../../platform/keyNames.js';

/** What the address of a key policy names: enough never to show or write it as somebody else. */
export interface PolicyAddress {
  readonly account: string;
  readonly region: string;
  readonly keyArn: string;
  /** The name by which the tab shows it. */
  readonly name: string;
}

/** `sealwright-key:/ACCOUNT/REGION/NAME.json?ARN` */
export function policyUri({ identity, region }: AwsSession, key: KeySummary): vscode.Uri {
  return vscode.Uri.from({
    scheme: KEY_POLICY_SCHEME,
    path: `/${identity.account}/${region}/${keyName(key).replaceAll('/', '-')}.json`,
    query: key.arn,
  });
}

/** @throws FileSystemError for an address that is none of ours */
export function readPolicyUri(uri: vscode.Uri): PolicyAddress {
  const [account, region, file] = uri.path.split('/').slice(1);
  if (account === undefined || region === undefined || file === undefined || !uri.query.startsWith('arn:')) {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  return { account, region, keyArn: uri.query, name: file.replace(/\.json$/, '') };
}

/** Why a session must neither read nor write this policy; undefined when it may. */
export function foreignPolicyText({ account, region }: PolicyAddress, session: AwsSession): string | undefined {
  return session.identity.account === account && session.region === region
    ? undefined
    : vscode.l10n.t(
        'This key policy belongs to account {0} in {1}, but Sealwright is signed in to account {2} in {3}. Switch the profile or Region, then open it again.',
        account,
        region,
        session.identity.account,
        session.region,
      );
}
