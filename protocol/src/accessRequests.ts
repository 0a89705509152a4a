import { RequestType } from 'vscode-languageserver-protocol';
import type { AccessDiffReport, DecisionReport, LockoutReport, SuggestionInfo, WhoCanReport } from './access.js';

/** A key policy: of an open document, or as a text. Ranges in answers are those of an open document. */
export type PolicySource = { readonly uri: string } | { readonly text: string };

export interface SimulateParams {
  /** A request as a line of `sealwright simulate --jsonl` holds it. */
  readonly request: Readonly<Record<string, unknown>>;
  /** Takes the place of `keyPolicy` in the request. */
  readonly keyPolicy?: PolicySource;
}

/** Client to server: decides a request. An error is one localised sentence that says why the request is none. */
export const simulateRequest = new RequestType<SimulateParams, DecisionReport | { readonly error: string }, void>(
  'sealwright/simulate',
);

export interface WhoCanParams {
  readonly policy: PolicySource;
  /** Names or patterns; neither actions nor groups: all. */
  readonly actions?: readonly string[];
  /** `decrypt`, `administer` and the like; unknown ones are passed over. */
  readonly groups?: readonly string[];
  readonly account?: string;
  /** As `ListGrants` tells them. */
  readonly grants?: readonly unknown[];
}

/** Client to server: who can use the key, and how. Null: the source holds no policy, or a broken one. */
export const whoCanRequest = new RequestType<WhoCanParams, WhoCanReport | null, void>('sealwright/whoCan');

export interface AccessDiffParams {
  readonly before: PolicySource;
  readonly after: PolicySource;
  readonly account?: string;
}

/** Client to server: what a new key policy gives and takes. Null: one of the sources holds no policy, or a broken one. */
export const accessDiffRequest = new RequestType<AccessDiffParams, AccessDiffReport | null, void>(
  'sealwright/accessDiff',
);

export interface LockoutParams {
  readonly policy: PolicySource;
  /** ARNs; left out: what the configuration of the document says. */
  readonly caller?: string;
  readonly breakGlass?: readonly string[];
  readonly account?: string;
}

/** Client to server: does the key stay manageable with this policy? Null: the source holds no policy, or a broken one. */
export const lockoutRequest = new RequestType<LockoutParams, LockoutReport | null, void>('sealwright/lockout');

/** Client to server: what a key policy can do without. Null: the document is not open, or holds no policy that can be read. */
export const minimizeRequest = new RequestType<{ readonly uri: string }, readonly SuggestionInfo[] | null, void>(
  'sealwright/minimize',
);
