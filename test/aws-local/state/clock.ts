/** Time of the endpoint, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Moves time forward; used to wait out eventual consistency without waiting. */
  advance(milliseconds: number): void;
  /** Takes all advances back. */
  reset(): void;
}

/** 2026-01-15T09:00:00Z: a fixed "today", so that every answer is the same on every run. */
const DEFAULT_START_MS = Date.UTC(2026, 0, 15, 9, 0, 0);

/** A clock that stands still until advanced, or that follows `source` when one is given. */
export function createClock(source?: () => number): Clock {
  let offsetMs = 0;
  return {
    now: () => (source === undefined ? DEFAULT_START_MS : source()) + offsetMs,
    advance: (milliseconds) => {
      offsetMs += milliseconds;
    },
    reset: () => {
      offsetMs = 0;
    },
  };
}
