/** A key policy of about `bytes` bytes; see the code beside it. */
export function keyPolicy(bytes: number): string;
