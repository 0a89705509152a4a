/**
 * Asks again and again until there is an answer.
 * @param what names the thing in the error message.
 * @param probe gives `undefined` while there is none.
 * @throws Error when there is still none after `timeoutMs`.
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 20_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
