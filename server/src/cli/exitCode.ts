/** What the process says to its caller. */
export const EXIT_CODES = { clean: 0, findings: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** A mistake of the caller or an input that cannot be read: shown without a stack, exit code 2. */
export class UsageError extends Error {}
