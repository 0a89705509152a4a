/** What goes wrong with a request. */
type FaultKind =
  | 'throttle'
  | 'serverError'
  | 'expiredToken'
  | 'accessDenied'
  /** Any other error: give `code`, and `message` and `status` where they matter. */
  | 'error'
  /** The answer comes late, by `latencyMs`. */
  | 'latency'
  /** The connection breaks without an answer. */
  | 'reset'
  /** The answer never comes; the client has to give up. */
  | 'timeout';

/** A rule that makes matching requests fail. Plain data, so that another process can send it. */
export interface FaultRule {
  readonly service?: string;
  readonly operation?: string;
  readonly region?: string;
  readonly accountId?: string;
  readonly kind: FaultKind;
  /** The first matching request that is hit, counted from 1. Default 1. */
  readonly nth?: number;
  /** How many requests are hit from there on; 0 for all. Default 1. */
  readonly times?: number;
  readonly latencyMs?: number;
  readonly code?: string;
  readonly message?: string;
  readonly status?: number;
  /** True: the request takes effect first, and only its answer is lost or spoilt. */
  readonly afterEffect?: boolean;
}

export interface FaultTarget {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly accountId: string;
}

/** Faults in force, in the order in which they were added. */
export class Faults {
  #rules: { readonly rule: FaultRule; seen: number }[] = [];

  add(...rules: readonly FaultRule[]): void {
    this.#rules.push(...rules.map((rule) => ({ rule, seen: 0 })));
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rules that hit this request. Every matching rule counts it, hit or not. */
  take(target: FaultTarget): readonly FaultRule[] {
    const hits: FaultRule[] = [];
    for (const entry of this.#rules) {
      if (!matches(entry.rule, target)) {
        continue;
      }
      entry.seen += 1;
      const first = entry.rule.nth ?? 1;
      const times = entry.rule.times ?? 1;
      if (entry.seen >= first && (times === 0 || entry.seen < first + times)) {
        hits.push(entry.rule);
      }
    }
    return hits;
  }
}

const KINDS: readonly FaultKind[] = [
  'throttle',
  'serverError',
  'expiredToken',
  'accessDenied',
  'error',
  'latency',
  'reset',
  'timeout',
];

/** Checks a rule that came over HTTP; throws an Error that says what is wrong with it. */
export function parseFaultRule(value: unknown): FaultRule {
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  if (!KINDS.some((known) => known === kind)) {
    throw new Error(`A fault needs a "kind", one of ${KINDS.join(', ')}`);
  }
  return value as FaultRule;
}

function matches(rule: FaultRule, target: FaultTarget): boolean {
  return (
    (rule.service === undefined || rule.service === target.service) &&
    (rule.operation === undefined || rule.operation === target.operation) &&
    (rule.region === undefined || rule.region === target.region) &&
    (rule.accountId === undefined || rule.accountId === target.accountId)
  );
}
