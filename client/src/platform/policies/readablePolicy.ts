/** The text as AWS stores it, unless it is one long line. */
export function readablePolicy(policy: string): string {
  if (policy.trim().includes('\n')) {
    return policy;
  }
  try {
    return `${JSON.stringify(JSON.parse(policy), undefined, 2)}\n`;
  } catch {
    return policy; // not JSON after all: show what is there
  }
}
