import type { Caller } from './state/principal.js';
import type { RegionState, World } from './state/world.js';
import type { JsonObject } from './wire/json.js';

/** One authenticated request, as an operation sees it. */
export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly region: string;
  /** The caller's account in that Region. */
  readonly state: RegionState;
  readonly operation: string;
  readonly input: JsonObject;
  readonly nowMs: number;
}

/** Answers a call, or throws an `AwsError`. An empty answer is an empty body, as KMS and Logs send it. */
export type Operation = (call: Call) => JsonObject | undefined;

export interface Service {
  /** Signing name, also the name in the request log and in fault rules. */
  readonly id: 'kms' | 'logs' | 'sts';
  readonly wire:
    | { readonly kind: 'json'; readonly target: string }
    | { readonly kind: 'query'; readonly version: string; readonly namespace: string };
  readonly operations: ReadonlyMap<string, Operation>;
  /** What a request changes, when two requests may not change it at once; undefined for reads. */
  readonly lockOf?: (call: Call) => string | undefined;
  readonly errors: {
    readonly throttling: { readonly code: string; readonly message: string };
    readonly internal: { readonly code: string; readonly message: string };
    readonly expired: { readonly code: string; readonly status: number };
    readonly unknownClient: { readonly code: string; readonly status: number };
    readonly accessDenied: { readonly code: string; readonly status: number };
  };
}

/** Reads see the state as eventual consistency shows it; writes see the newest. */
export function isRead(operation: string): boolean {
  return /^(Describe|Get|List)/.test(operation);
}

/** Counts a read request in every table of the Region, which brings pending writes nearer to visibility. */
export function countRead(state: RegionState): void {
  for (const table of Object.values(state)) {
    table.countRead();
  }
}
