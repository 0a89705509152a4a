import { compilePolicy } from './compiledPolicy.js';
import { policyFromValue } from './policyFromValue.js';
import type { NamedPolicy } from './simulation.js';

/** Policies that are remembered: enough for the few that a run of requests shares, and an end to what it can hold. */
const MAX_POLICIES = 200;

/** A policy made ready for many requests. */
export type ReadyPolicy = Required<Omit<NamedPolicy, 'name'>>;

/**
 * Policies by their text. Only what comes a second time is kept: in a run where every request brings its own, nothing
 * lives longer than its line.
 */
export class PolicyMemory {
  private readonly seen = new Set<string>();
  private readonly kept = new Map<string, ReadyPolicy>();

  /** The policy of a JSON value, or of a text that holds one; undefined for anything else. */
  read(value: unknown): ReadyPolicy | undefined {
    if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) {
      return undefined;
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const known = this.kept.get(text);
    if (known !== undefined) {
      return known;
    }
    const policy = policyFromValue(typeof value === 'string' ? parseJson(value) : value);
    if (policy === undefined) {
      return undefined;
    }
    const ready = { policy, statements: compilePolicy(policy) };
    if (this.seen.delete(text)) {
      this.kept.set(text, ready);
      forgetOldest(this.kept);
    } else {
      this.seen.add(text);
      forgetOldest(this.seen);
    }
    return ready;
  }
}

function forgetOldest(memory: Set<string> | Map<string, unknown>): void {
  const [oldest] = memory.keys();
  if (memory.size > MAX_POLICIES && oldest !== undefined) {
    memory.delete(oldest);
  }
}

/** A text that is no JSON is like one that holds nothing. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
