import * as vscode from 'vscode';

/** State of the sign-in, for welcome views and menus. */
export type SessionContext =
  | 'none'
  | 'loading'
  | 'ready'
  | 'noCredentials'
  | 'noRegion'
  | 'expired'
  | 'denied'
  | 'error';

/** State of one tree, for its welcome views. */
export type ViewContext = 'idle' | 'loading' | 'ready' | 'empty' | 'denied' | 'error';

interface ContextKeys {
  'sealwright.session': SessionContext;
  /** The AWS CLI can renew the expired sign-in. */
  'sealwright.canSignIn': boolean;
  /** The session may only read: what changes an account is not offered. */
  'sealwright.isReadOnly': boolean;
  'sealwright.keys': ViewContext;
  'sealwright.logGroups': ViewContext;
  'sealwright.logGroupsFiltered': boolean;
}

/** Sets a key that `when` clauses of the manifest read. */
export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
